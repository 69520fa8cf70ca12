using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>Every service takes the newest map of an exercise's time, and its clocks of that exercise derive their real moments anew.</summary>
internal sealed class OnExerciseTimeChanged(ServiceDb db, ExerciseTimes times, AfterCommit afterCommit) : IHandle<ExerciseTimeChanged>
{
    public async Task HandleAsync(ExerciseTimeChanged e, EventContext context, CancellationToken ct)
    {
        var clock = await db.Set<ExerciseClock>().FindAsync([e.ExerciseId], ct);
        if (clock is null) db.Add(clock = new ExerciseClock(e.ExerciseId));
        if (!clock.Take(e)) return;
        var waiting = await db.Set<Clock>().Where(c => c.ExerciseId == e.ExerciseId
            && (c.State == ClockState.Running || c.State == ClockState.Scheduled)).ToListAsync(ct);
        foreach (var c in waiting) c.Reschedule(clock.RealOf(c.NextMoment!.Value));
        afterCommit.Do(() => times.Put(clock));
    }
}
