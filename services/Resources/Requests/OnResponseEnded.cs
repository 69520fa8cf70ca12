using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;
using Coordination.Resources.Requisitions;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requests;

/// <summary>The response is over: what was requisitioned must go back (Art. 12), and what has not come back is said.</summary>
internal sealed class OnResponseEnded(ResourcesDb db, Clocks clocks) : IHandle<ResponseEnded>
{
    public async Task HandleAsync(ResponseEnded e, EventContext context, CancellationToken ct)
    {
        foreach (var requisition in await db.Requisitions.Where(r => r.IncidentId == e.IncidentId).ToListAsync(ct))
        {
            if (requisition.ExerciseId != context.Exercise || requisition.State != RequisitionState.InUse) continue;
            if (await clocks.FindAsync(Requisition.ReturnClock, requisition.Id, ct) is null)
                clocks.Start(Requisition.ReturnClock, requisition.Id, requisition.IncidentId, e.At, new(e.Jurisdiction, e.Category.ToString()));
        }
        var open = await db.Fills.AsNoTracking().Where(f => f.IncidentId == e.IncidentId && f.Side == FillSide.Requester).ToListAsync(ct);
        foreach (var book in open.Where(f => f.ExerciseId == context.Exercise && FillRules.IsCommitted(f.State) && f.State < FillState.Returned).GroupBy(f => f.Agency))
            db.Append(e.IncidentId, new FillsOutstanding(e.IncidentId, book.Key, book.Count(), e.At));
    }
}
