using Coordination.Platform;

namespace Coordination.Command.HeadCounts;

/// <summary>
/// The next round begins. What could not begin in time, because nobody was there to begin it, begins once and not for each interval that has passed. After the response,
/// which a build that knows no head counts may have ended, none begins and the counting stops.
/// </summary>
internal sealed class OnHeadCountDue(CommandDb db, HeadCountClocks clocks, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.HeadCounts.FindAsync([clock.EntityId], ct) is not { } of || await db.Incidents.FindAsync([of.IncidentId], ct) is not { } incident) return;
        if (incident.IsOpen) await clocks.BeginAsync(of, incident, of.BeginsAt(clock.DueAt, call.RealNow), ct);
        else if (of.Stop(of.StartedBy, call.Now) is null) await clocks.StoppedAsync(of, ct);
    }
}
