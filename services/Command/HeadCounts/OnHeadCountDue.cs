using Coordination.Platform;

namespace Coordination.Command.HeadCounts;

/// <summary>The next round begins. What could not begin in time, because nobody was there to begin it, begins once and not for each interval that has passed.</summary>
internal sealed class OnHeadCountDue(CommandDb db, HeadCountClocks clocks, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.HeadCounts.FindAsync([clock.EntityId], ct) is not { } of || await db.Incidents.FindAsync([of.IncidentId], ct) is not { } incident) return;
        await clocks.BeginAsync(of, incident, clock.ExerciseId is null && call.RealNow >= clock.DueAt.AddMinutes(of.EveryMinutes) ? call.RealNow : clock.DueAt, ct);
    }
}
