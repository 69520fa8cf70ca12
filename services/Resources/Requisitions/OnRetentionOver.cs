using Coordination.Platform;

namespace Coordination.Resources.Requisitions;

/// <summary>The owner's contact has served: it is destroyed (Art. 85). The duty is met in the same moment.</summary>
internal sealed class OnRetentionOver(ResourcesDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Requisitions.FindAsync([clock.EntityId], ct) is { } requisition) requisition.DestroyContact();
    }
}
