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

    /// <summary>It was done: the occurrence in whose time that was is met, and where it is the newest, the next begins then. What is recorded late changes nothing that was owed later.</summary>
    public static async Task MeetAsync(this StandingDuty duty, Clocks clocks, DateTimeOffset doneAt, CancellationToken ct)
    {
        if (await clocks.FindAsync(duty.ClockKey(), duty.Id, ct) is not { } newest) return;
        if (doneAt >= newest.StartedAt)
        {
            await clocks.StopAsync(duty.ClockKey(), duty.Id, doneAt, ct);
            await duty.OweAsync(clocks, doneAt, ct);
        }
        else if (newest.Occurrence > 0) await clocks.StopAsync(duty.ClockKey(), duty.Id, doneAt, ct, newest.Occurrence - 1);
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
