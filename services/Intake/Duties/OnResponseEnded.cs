using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Duties;

/// <summary>The response is over: no more reports at set times.</summary>
internal sealed class OnResponseEnded(IntakeDb db, Call call, Clocks clocks) : IHandle<ResponseEnded>
{
    public async Task HandleAsync(ResponseEnded e, EventContext context, CancellationToken ct)
    {
        foreach (var duty in await db.ReportingDuties.Where(d => d.IncidentId == e.IncidentId && d.State == ReportingDutyState.Running).ToListAsync(ct))
            await EndReportingDuty.EndAsync(duty, db, clocks, call.Now, ct);
    }
}
