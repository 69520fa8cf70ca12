using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Messages;

namespace Coordination.Resources.Asks;

/// <summary>Another agency, or this one, asks: the supplier's book takes it in.</summary>
internal sealed class OnResourcesRequested(ResourcesDb db, Call call, RmDesk messages, ServiceInstance instance) : IHandle<ResourcesRequested>, IHandle<AskWithdrawn>
{
    public async Task HandleAsync(ResourcesRequested e, EventContext context, CancellationToken ct)
    {
        if (!instance.Serves(e.ToAgency) || !context.SpeaksFor(e.FromAgency)) return;
        if (await db.Asks.FindAsync([e.AskId], ct) is not null) return;
        db.Add(Ask.Receive(e, call.Exercise));
        await messages.HeardAsync(e.ToAgency, e.AskId, null, ct);
    }

    public async Task HandleAsync(AskWithdrawn e, EventContext context, CancellationToken ct)
    {
        if (!context.SpeaksFor(e.FromAgency)) return;
        if (await db.Asks.FindAsync([e.AskId], ct) is { } ask && ask.FromAgency == e.FromAgency && ask.ExerciseId == context.Exercise) ask.Withdraw();
    }
}
