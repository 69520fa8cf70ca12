using System.Buffers;

namespace Coordination.Platform;

/// <summary>One event of a log.</summary>
/// <param name="Position">Its place, from 1, without gaps over the whole log.</param>
/// <param name="Id">Its CloudEvents id.</param>
/// <param name="Type">Event type.</param>
/// <param name="Subject">The incident or entity it is about.</param>
/// <param name="Exercise">The exercise it belongs to.</param>
/// <param name="Header">Exact bytes of the attributes.</param>
/// <param name="Data">Exact bytes of the data.</param>
/// <param name="CloudEvent">The CloudEvent in structured JSON, exact bytes.</param>
public sealed record LoggedEvent(long Position, Guid Id, string Type, Guid Subject, Guid? Exercise, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> CloudEvent)
{
    internal static LoggedEvent Of(JournalEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(entry.Header.Length + entry.Data.Length + 16);
        entry.WriteTo(buffer);
        return new(entry.Position!.Value, entry.Id, entry.Type, entry.Subject, entry.Exercise, entry.Header, entry.Data, buffer.WrittenMemory);
    }
}

/// <summary>A stretch of a log that was looked through.</summary>
/// <param name="Events">What the filter took, in order.</param>
/// <param name="UpTo">No other event up to this position is taken: a cursor may move here.</param>
/// <param name="IsEnd">True when that was all there is for now.</param>
public sealed record LogStretch(IReadOnlyList<LoggedEvent> Events, long UpTo, bool IsEnd);

/// <summary>What one who follows a log is told: an event, or a bookmark (etcd's word), which says how far the log was looked through.</summary>
/// <param name="Position">From here it is resumed.</param>
/// <param name="Event">The event; null for a bookmark.</param>
/// <param name="IsEnd">False for a bookmark on the way through a long stretch of which little is taken.</param>
public sealed record LogItem(long Position, LoggedEvent? Event, bool IsEnd = true);
