using System.Linq.Expressions;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Duties;

/// <summary>The occurrences of a standing duty.</summary>
internal static class DutyClocks
{
    public static Task<List<StandingDuty>> RunningAsync(this CommandDb db, StandingDutyKind kind, Guid? exercise, Expression<Func<StandingDuty, bool>> whose, CancellationToken ct) =>
        db.StandingDuties.Where(d => d.Kind == kind && d.ExerciseId == exercise && d.State == StandingDutyState.Running).Where(whose).ToListAsync(ct);

    public static Task OweAsync(this StandingDuty duty, Clocks clocks, DateTimeOffset from, CancellationToken ct) =>
        clocks.StartNextAsync(duty.ClockKey(), duty.Id, duty.Id, from, new ClockScope(duty.Jurisdiction), ct);

    /// <summary>It was done: the occurrence in whose time that was is met and no other, and where it is the newest, the next begins then. What is recorded late changes nothing that was owed before or after.</summary>
    public static async Task MeetAsync(this StandingDuty duty, CommandDb db, Clocks clocks, DateTimeOffset doneAt, CancellationToken ct)
    {
        var (key, at) = (duty.ClockKey(), Micros.Truncate(doneAt));
        var starts = await db.Set<Clock>().AsNoTracking().Where(c => c.EntityId == duty.Id && c.Key == key).OrderBy(c => c.Occurrence).Select(c => c.StartedAt).ToListAsync(ct);
        if (StandingDuty.OccurrenceAt(starts, at) is not { } occurrence) return;
        await clocks.StopAsync(key, duty.Id, at, ct, occurrence);
        if (occurrence == starts.Count - 1) await duty.OweAsync(clocks, at, ct);
    }
}

/// <summary>A month or quarter passed without it; the next is owed from then on.</summary>
internal sealed class OnDutyMissed(CommandDb db, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.StandingDuties.FindAsync([clock.EntityId], ct) is { State: StandingDutyState.Running } duty) await duty.OweAsync(clocks, clock.DueAt, ct);
    }
}
