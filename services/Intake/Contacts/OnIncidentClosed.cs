using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Contacts;

/// <summary>The incident is closed: contacts of its reports are needed no longer (突发事件应对法 Art. 85).</summary>
internal sealed class OnIncidentClosed(IntakeDb db, Call call, Clocks clocks) : IHandle<IncidentClosed>
{
    public async Task HandleAsync(IncidentClosed e, EventContext context, CancellationToken ct)
    {
        var holding = await db.Reports.Where(r => r.IncidentId == e.IncidentId && (r.ReporterContact != null || r.SceneContact != null)).ToListAsync(ct);
        foreach (var report in holding) await DestroyContactCase.DestroyAsync(report, DestructionReason.NoLongerNeeded, db, clocks, call.Now, ct);
    }
}
