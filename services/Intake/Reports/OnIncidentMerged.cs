using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Reports;

/// <summary>Reports follow the incident that theirs was merged into.</summary>
internal sealed class OnIncidentMerged(IntakeDb db) : IHandle<IncidentMerged>
{
    public async Task HandleAsync(IncidentMerged e, EventContext context, CancellationToken ct)
    {
        foreach (var report in await db.Reports.Where(r => r.IncidentId == e.IncidentId).ToListAsync(ct)) report.FollowMerge(e.IntoId);
    }
}
