using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What the clocks are asked for whenever time or a duty moves.</summary>
internal static class ClockQueries
{
    internal static readonly FixedQuery<Func<ServiceDb, CancellationToken, Task<DateTimeOffset?>>> NextWake = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, CancellationToken ct) => db.Set<Clock>().Where(c => c.WakeAt != null).OrderBy(c => c.WakeAt).Select(c => c.WakeAt).FirstOrDefault()));

    internal static readonly FixedQuery<Func<ServiceDb, DateTimeOffset, int, IAsyncEnumerable<Clock>>> Due = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, DateTimeOffset now, int limit) => db.Set<Clock>().AsNoTracking().Where(c => c.WakeAt <= now)
            .OrderBy(c => c.WakeAt).ThenBy(c => c.State == ClockState.Scheduled ? c.StartedAt : c.WarnedAt == null && c.WarnAt < c.DueAt ? c.WarnAt : c.DueAt)
            .Take(limit)));

    internal static readonly FixedQuery<Func<ServiceDb, Guid?, DateTimeOffset, CancellationToken, Task<bool>>> IsDue = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, Guid? exercise, DateTimeOffset now, CancellationToken ct) => db.Set<Clock>().Any(c => c.WakeAt <= now && c.ExerciseId == exercise)));

    internal static readonly FixedQuery<Func<ServiceDb, Guid, string, int?, CancellationToken, Task<Clock?>>> Newest = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, Guid entity, string key, int? occurrence, CancellationToken ct) => db.Set<Clock>()
            .Where(c => c.EntityId == entity && c.Key == key && (occurrence == null || c.Occurrence == occurrence)).OrderByDescending(c => c.Occurrence).FirstOrDefault()));
}
