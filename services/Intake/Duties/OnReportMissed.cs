using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Duties;

/// <summary>A report at a set time was missed; the next one is owed all the same.</summary>
internal sealed class OnReportMissed(IntakeDb db, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.ReportingDuties.FindAsync([clock.EntityId], ct) is { State: ReportingDutyState.Running } duty) await duty.OweNextAsync(clocks, ct);
    }
}
