using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Requisitions;

/// <summary>The owner's contact has served: it is destroyed (Art. 85).</summary>
internal sealed class OnRetentionOver(ResourcesDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Requisitions.FindAsync([clock.EntityId], ct) is { OwnerContact: not null } requisition && requisition.DestroyContact() is null)
            db.Append(requisition.IncidentId, new OwnerContactDestroyed(requisition.Id, requisition.IncidentId, requisition.Agency, clock.DueAt));
    }
}
