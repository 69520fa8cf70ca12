using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What a service can say of its own record: where it stands, and what last happened to a subject.</summary>
public static class ServiceRecord
{
    /// <summary>The last sealed place of the journal, and the hash there.</summary>
    public static async Task<RecordHead> HeadAsync(this ServiceDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var head = await JournalQueries.HeadRow.In(db)(db, ct) ?? new JournalHead();
        return new(head.Head, Convert.ToHexStringLower(head.Hash));
    }

    /// <summary>The newest events of a subject that have one of these types, newest first.</summary>
    public static async Task<IReadOnlyList<RecordedMoment>> LastAsync(this ServiceDb db, Guid subject, IReadOnlyCollection<Type> events, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var types = events.Select(EventTypes.NameOf).ToList();
        var rows = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Subject == subject && types.Contains(e.Type)).OrderByDescending(e => e.Seq).Take(limit).ToListAsync(ct);
        return [.. rows.Select(Moment)];
    }

    private static RecordedMoment Moment(JournalEntry entry)
    {
        var (time, exerciseTime, _, _) = CloudEventHeader.Read(entry.Header);
        return new(entry.Type, exerciseTime ?? time, entry.Position);
    }
}

/// <summary>Where a journal stands.</summary>
/// <param name="Position">The last sealed place, from 1; 0 before the first.</param>
/// <param name="Hash">The hash there, hexadecimal: whoever keeps it can tell later whether anything before it was changed.</param>
public sealed record RecordHead(long Position, string Hash);

/// <summary>Something that happened.</summary>
/// <param name="Type">Event type.</param>
/// <param name="At">When; exercise time in an exercise.</param>
/// <param name="Position">Its place in the journal; null until it is sealed.</param>
public sealed record RecordedMoment(string Type, DateTimeOffset At, long? Position);
