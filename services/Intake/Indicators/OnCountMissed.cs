using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Indicators;

/// <summary>Nobody counted in place of the sensor: nothing is known. The next count is owed once more; after that, only a reading begins anew.</summary>
internal sealed class OnCountMissed(IntakeDb db, Call call, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Indicators.FindAsync([clock.EntityId], ct) is not { SensorSilent: true } indicator || indicator.State == IndicatorState.Offline) return;
        var before = indicator.State;
        if (indicator.GoOffline() is not null) return;
        await Silence.CountAsync(indicator, clock.DueAt, clocks, ct);
        IndicatorView.AppendChange(db, indicator, before, call.Now);
    }
}
