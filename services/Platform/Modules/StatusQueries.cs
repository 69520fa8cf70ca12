using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What a service is asked for by whoever waits until nothing is under way.</summary>
internal static class StatusQueries
{
    /// <summary>What waits here, in one look.</summary>
    internal static readonly FixedQuery<Func<ServiceDb, Guid?, DateTimeOffset, CancellationToken, Task<Waiting>>> Waiting = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, Guid? exercise, DateTimeOffset now, CancellationToken ct) => db.Set<JournalHead>().DefaultIfEmpty().Select(h => new Waiting
        {
            Head = h == null ? 0 : h.Head,
            Unsealed = db.Set<JournalEntry>().Count(e => e.Position == null),
            Deferred = db.Set<DeferredEvent>().Count(d => exercise == null || d.Exercise == exercise),
            Overdue = db.Set<Clock>().Count(c => c.WakeAt <= now && (exercise == null || c.ExerciseId == exercise)),
            NextDue = exercise == null ? null : db.Set<Clock>().Where(c => c.ExerciseId == exercise && (c.State == ClockState.Running || c.State == ClockState.Scheduled))
                .Min(c => (DateTimeOffset?)(c.State == ClockState.Scheduled ? c.StartedAt : c.WarnedAt == null && c.WarnAt < c.DueAt ? c.WarnAt : c.DueAt)),
        }).Single()));

    internal static readonly FixedQuery<Func<ServiceDb, long, CancellationToken, Task<long>>> Unpublished = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, long published, CancellationToken ct) => db.Set<JournalEntry>().LongCount(e => e.Position > published && !e.IsImported)));

    /// <summary>The last position of each source, done or set aside: one look at the end of an index for each, however long the inbox is.</summary>
    internal static IQueryable<Taken> Taken(ServiceDb db, string consumer) => db.Database.SqlQuery<Taken>($"""
        WITH RECURSIVE s(source) AS (
            SELECT min(source) FROM inbox WHERE consumer = {consumer}
            UNION ALL SELECT (SELECT min(i.source) FROM inbox i WHERE i.consumer = {consumer} AND i.source > s.source) FROM s WHERE s.source IS NOT NULL)
        SELECT s.source AS "Source", (SELECT max(i.position) FROM inbox i WHERE i.consumer = {consumer} AND i.source = s.source) AS "Position" FROM s WHERE s.source IS NOT NULL
        UNION ALL SELECT source, max(position) FROM deferred GROUP BY source
        """);
}
