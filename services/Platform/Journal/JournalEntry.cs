using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Platform;

/// <summary>
/// One event in the journal (design section 4): a CloudEvent as exact bytes. Position, previous positions and hash are given once, by the sealer.
/// </summary>
internal sealed class JournalEntry
{
    private JournalEntry() { }

    /// <summary>Order of insertion; has gaps, and is not a cursor.</summary>
    public long Seq { get; private set; }
    public Guid Id { get; private set; }
    /// <summary>Gap-free place in the journal, from 1; null until sealed.</summary>
    public long? Position { get; private set; }
    public Guid Subject { get; private set; }
    public string Type { get; private set; } = "";
    public string Source { get; private set; } = "";
    /// <summary>True when it came from another service: read here, relayed there.</summary>
    public bool IsImported { get; private set; }
    public Guid? Exercise { get; private set; }
    /// <summary>JSON map: for each event type, the position before this one with the same subject.</summary>
    public string Previous { get; private set; } = "";
    public byte[] Header { get; private set; } = [];
    public byte[] Data { get; private set; } = [];
    public byte[]? Hash { get; private set; }

    internal static JournalEntry Of<TEvent>(string source, Guid subject, TEvent e, Call call, Activity? activity, string audience = "", bool isAlone = false) where TEvent : class, IEvent
    {
        var type = EventTypes.Of(typeof(TEvent));
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            Subject = subject,
            Type = type.Name,
            Source = source,
            Exercise = call.Exercise,
            Header = CloudEventHeader.Write(id, source, type, subject, call, activity, isAlone ? type.Alone : EventLabel<TEvent>.Of(type, e, subject), audience),
            Data = JsonSerializer.SerializeToUtf8Bytes(e, Wire.Json),
        };
    }

    internal static JournalEntry Imported(ReceivedEvent e) => new()
    {
        Id = e.Id,
        Subject = e.Subject,
        Type = e.Type,
        Source = e.Source,
        IsImported = true,
        Exercise = e.Exercise,
        Header = e.Header.ToArray(),
        Data = e.Data.ToArray(),
    };

    internal void Seal(long position, string previous, byte[] hash) => (Position, Previous, Hash) = (position, previous, hash);

    internal ReceivedEvent ToReceived()
    {
        var header = CloudEventHeader.Read(Header);
        return new(Source, Position!.Value, Id, Type, Subject, header.Time, Exercise, header.ExerciseTime, Previous, Header, Data);
    }

    /// <summary>The CloudEvent on the wire: the attributes, and the data as their last member.</summary>
    internal void WriteTo(IBufferWriter<byte> output)
    {
        output.Write(Header.AsSpan(0, Header.Length - 1));
        output.Write(",\"data\":"u8);
        output.Write(Data);
        output.Write("}"u8);
    }
}

/// <summary>The journal's one head row: who may seal, how far it is sealed, and the hash there.</summary>
internal sealed class JournalHead
{
    public int Id { get; set; } = 1;
    public long Epoch { get; set; }
    public long Head { get; set; }
    public byte[] Hash { get; set; } = JournalHash.Origin;
    public string Owner { get; set; } = "";
    public DateTimeOffset LeaseUntil { get; set; }
}

/// <summary>The last sealed position of a subject, by event type.</summary>
internal sealed class JournalSubject
{
    public Guid Subject { get; set; }
    public string Type { get; set; } = "";
    public long Position { get; set; }
}

/// <summary>How far a receiver has taken this journal: one contiguous watermark.</summary>
internal sealed class RelayCursor
{
    public string Receiver { get; set; } = "";
    public long Position { get; set; }
    /// <summary>The event types it took when the cursor was written; when they grow, it reads again from the start.</summary>
    public string Types { get; set; } = "";
}
