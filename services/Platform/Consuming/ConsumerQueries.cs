using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What inbox and deferred events are asked for with every event that comes.</summary>
internal static class ConsumerQueries
{
    /// <summary>Events of these positions that are done or set aside; and those of these subjects of which any is set aside, however many, as one row without a position.</summary>
    internal static readonly FixedQuery<Func<ServiceDb, string, string[], long[], Guid[], IAsyncEnumerable<StandingRow>>> Standing = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string consumer, string[] sources, long[] positions, Guid[] subjects) => db.Set<InboxRow>()
            .Where(r => r.Consumer == consumer && sources.Contains(r.Source) && positions.Contains(r.Position))
            .Select(r => new StandingRow { Source = r.Source, Position = r.Position, EventId = r.EventId, Subject = r.EventId, IsDone = true })
            .Concat(db.Set<DeferredEvent>().Where(d => d.Consumer == consumer && sources.Contains(d.Source) && positions.Contains(d.Position))
                .Select(d => new StandingRow { Source = d.Source, Position = d.Position, EventId = d.EventId, Subject = d.Subject, IsDone = false }))
            .Concat(db.Set<DeferredEvent>().Where(d => d.Consumer == consumer && sources.Contains(d.Source) && subjects.Contains(d.Subject))
                .Select(d => new StandingRow { Source = d.Source, Position = 0, EventId = d.Subject, Subject = d.Subject, IsDone = false }).Distinct())));

    /// <summary>The first that is set aside behind an event of its subject.</summary>
    internal static readonly FixedQuery<Func<ServiceDb, string, string, Guid, long, CancellationToken, Task<DeferredEvent?>>> Behind = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string consumer, string source, Guid subject, long position, CancellationToken ct) => db.Set<DeferredEvent>()
            .Where(d => d.Consumer == consumer && d.Source == source && d.Subject == subject && d.Position > position).OrderBy(d => d.Position).FirstOrDefault()));

    /// <summary>
    /// What is set aside and stands in a subject whose first event is due: the first of each subject, then the second of each, and so on. One that waits beyond
    /// <paramref name="latest"/>, unless it waits for ever, was put off by a clock that ran ahead, and is due. Behind them the first events of other subjects.
    /// </summary>
    internal static IQueryable<DeferredPlace> Waiting(ServiceDb db, string consumer, DateTimeOffset now, DateTimeOffset latest, DateTimeOffset never, int limit)
    {
        var (due, beyond, ever) = (Micros.Of(now), Micros.Of(latest), Micros.Of(never));
        return db.Database.SqlQuery<DeferredPlace>($"""
            SELECT id AS "Id", source AS "Source", subject AS "Subject", type AS "Type", first AS "NotBefore", CASE WHEN first <= {due} OR first > {beyond} AND first < {ever} THEN true ELSE false END AS "IsDue"
            FROM (SELECT id, source, subject, type, row_number() OVER lane AS place, first_value(not_before) OVER lane AS first
                FROM deferred WHERE consumer = {consumer} WINDOW lane AS (PARTITION BY source, subject ORDER BY position)) AS d
            WHERE place = 1 OR first <= {due} OR first > {beyond} AND first < {ever}
            ORDER BY CASE WHEN first <= {due} OR first > {beyond} AND first < {ever} THEN 0 ELSE 1 END, place, first, id LIMIT {limit}
            """);
    }
}

/// <summary>An event that a consumer is done with, or has set aside.</summary>
internal sealed class StandingRow
{
    public required string Source { get; init; }
    public required long Position { get; init; }
    public required Guid EventId { get; init; }
    public required Guid Subject { get; init; }
    public required bool IsDone { get; init; }
}

/// <summary>Where an event stands that was set aside.</summary>
internal sealed class DeferredPlace
{
    public required Guid Id { get; init; }
    public required string Source { get; init; }
    public required Guid Subject { get; init; }
    public required string Type { get; init; }

    /// <summary>When the first event of its subject is tried again: UTC microseconds.</summary>
    public required long NotBefore { get; init; }

    public required bool IsDue { get; init; }
}
