using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What the clocks are asked for whenever time or a duty moves.</summary>
internal static class ClockQueries
{
    internal static readonly FixedQuery<Func<ServiceDb, string[], CancellationToken, Task<DateTimeOffset?>>> NextWake = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string[] keys, CancellationToken ct) => db.Set<Clock>().Where(c => c.WakeAt != null && keys.Contains(c.Key)).OrderBy(c => c.WakeAt).Select(c => c.WakeAt).FirstOrDefault()));

    internal static readonly FixedQuery<Func<ServiceDb, string[], DateTimeOffset, int, IAsyncEnumerable<Clock>>> Due = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string[] keys, DateTimeOffset now, int limit) => db.Set<Clock>().AsNoTracking().Where(c => c.WakeAt <= now && keys.Contains(c.Key))
            .OrderBy(c => c.WakeAt).ThenBy(c => c.State == ClockState.Scheduled ? c.StartedAt : c.WarnedAt == null && c.WarnAt < c.DueAt ? c.WarnAt : c.DueAt)
            .Take(limit)));

    internal static readonly FixedQuery<Func<ServiceDb, string[], Guid?, DateTimeOffset, CancellationToken, Task<bool>>> IsDue = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, string[] keys, Guid? exercise, DateTimeOffset now, CancellationToken ct) => db.Set<Clock>().Any(c => c.WakeAt <= now && c.ExerciseId == exercise && keys.Contains(c.Key))));

    internal static readonly FixedQuery<Func<ServiceDb, Guid, string, int?, CancellationToken, Task<Clock?>>> Newest = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, Guid entity, string key, int? occurrence, CancellationToken ct) => db.Set<Clock>()
            .Where(c => c.EntityId == entity && c.Key == key && (occurrence == null || c.Occurrence == occurrence)).OrderByDescending(c => c.Occurrence).FirstOrDefault()));
}
