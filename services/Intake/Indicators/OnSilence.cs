using Coordination.Platform;

namespace Coordination.Intake.Indicators;

/// <summary>No reading came in time: the sensor counts as silent, and somebody must count in its place.</summary>
internal sealed class OnSilence(IntakeDb db, Call call, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Indicators.FindAsync([clock.EntityId], ct) is not { } indicator) return;
        var before = indicator.State;
        if (indicator.GoOffline() is not null) return;
        await Silence.CountAsync(indicator, clock.DueAt, clocks, ct);
        IndicatorView.AppendChange(db, indicator, before, call.Now);
    }
}
