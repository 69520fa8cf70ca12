using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>The bytes of a message have served: they are destroyed with the contacts in them. Their digest stays, and what became of it.</summary>
internal sealed class OnMessageRetentionOver(ResourcesDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Messages.FindAsync([clock.EntityId], ct) is { } message) message.Forget();
    }
}
