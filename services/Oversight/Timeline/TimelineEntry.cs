using System.Security.Cryptography;
using System.Text;
using Coordination.Platform;

namespace Coordination.Oversight.Timeline;

/// <summary>One event on the timeline of an incident: append-only, each entry chained to the one before it by hash.</summary>
internal sealed class TimelineEntry
{
    private TimelineEntry() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    /// <summary>The incident, or the entity where there is none.</summary>
    public Guid Timeline { get; private set; }
    public int Sequence { get; private set; }
    public string Type { get; private set; } = "";
    public string Source { get; private set; } = "";
    public long Position { get; private set; }
    public Guid EventId { get; private set; }
    /// <summary>When it happened: exercise time in an exercise.</summary>
    public DateTimeOffset At { get; private set; }
    /// <summary>When it was recorded, in real time. It differs from <see cref="At"/> after an outage, visibly.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
    public string Facts { get; private set; } = "";
    public string Hash { get; private set; } = "";

    public static TimelineEntry After(TimelineEntry? last, Guid timeline, ReceivedEvent e)
    {
        var sequence = (last?.Sequence ?? 0) + 1;
        var facts = Encoding.UTF8.GetString(e.Data.Span);
        return new()
        {
            Id = IdAfter(last?.Id),
            ExerciseId = e.Exercise,
            Timeline = timeline,
            Sequence = sequence,
            Type = e.Type,
            Source = e.Source,
            Position = e.Position,
            EventId = e.Id,
            At = e.Moment,
            RecordedAt = e.Time,
            Facts = facts,
            Hash = HashOf(last?.Hash ?? "", timeline, sequence, e.Id, facts),
        };
    }

    /// <summary>Pages go by id, and ids of one millisecond have no order: an entry's id is always above the one before it.</summary>
    private static Guid IdAfter(Guid? last)
    {
        var id = Guid.CreateVersion7();
        if (last is not { } before || id.CompareTo(before) > 0) return id;
        var time = before.ToByteArray(bigEndian: true).Take(6).Aggregate(0L, (sum, b) => sum << 8 | b);
        return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(time + 1));
    }

    /// <summary>SHA-256 over the hash before, the timeline, the sequence, the event and its facts.</summary>
    public static string HashOf(string before, Guid timeline, int sequence, Guid eventId, string facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{timeline}\n{sequence}\n{eventId}\n{facts}")));
}
