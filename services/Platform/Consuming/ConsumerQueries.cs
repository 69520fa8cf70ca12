using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What inbox and deferred events are asked for with every event that comes.</summary>
internal static class ConsumerQueries
{
    /// <summary>Events of these positions that are done, and those that are set aside there or about these subjects.</summary>
    internal static readonly FixedQuery<Func<ServiceDb, string, string[], long[], Guid[], IAsyncEnumerable<StandingRow>>> Standing = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string consumer, string[] sources, long[] positions, Guid[] subjects) => db.Set<InboxRow>()
            .Where(r => r.Consumer == consumer && sources.Contains(r.Source) && positions.Contains(r.Position))
            .Select(r => new StandingRow { Source = r.Source, Position = r.Position, EventId = r.EventId, Subject = r.EventId, IsDone = true })
            .Concat(db.Set<DeferredEvent>().Where(d => d.Consumer == consumer && sources.Contains(d.Source) && (subjects.Contains(d.Subject) || positions.Contains(d.Position)))
                .Select(d => new StandingRow { Source = d.Source, Position = d.Position, EventId = d.EventId, Subject = d.Subject, IsDone = false }))));

    /// <summary>The first that is set aside behind an event of its subject.</summary>
    internal static readonly FixedQuery<Func<ServiceDb, string, string, Guid, long, CancellationToken, Task<DeferredEvent?>>> Behind = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string consumer, string source, Guid subject, long position, CancellationToken ct) => db.Set<DeferredEvent>()
            .Where(d => d.Consumer == consumer && d.Source == source && d.Subject == subject && d.Position > position).OrderBy(d => d.Position).FirstOrDefault()));

    /// <summary>The first event of some subject that is due soonest; one that waits beyond <c>latest</c> before all others, unless it waits for ever.</summary>
    internal static readonly FixedQuery<Func<ServiceDb, string, DateTimeOffset, DateTimeOffset, CancellationToken, Task<DeferredMoment?>>> Next = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string consumer, DateTimeOffset latest, DateTimeOffset never, CancellationToken ct) => db.Set<DeferredEvent>()
            .Where(d => d.Consumer == consumer
                && !db.Set<DeferredEvent>().Any(o => o.Consumer == d.Consumer && o.Source == d.Source && o.Subject == d.Subject && o.Position < d.Position))
            .OrderByDescending(d => d.NotBefore > latest && d.NotBefore < never).ThenBy(d => d.NotBefore)
            .Select(d => new DeferredMoment { Id = d.Id, NotBefore = d.NotBefore }).FirstOrDefault()));
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

/// <summary>When an event that was set aside is tried again.</summary>
internal sealed class DeferredMoment
{
    public required Guid Id { get; init; }
    public required DateTimeOffset NotBefore { get; init; }
}
