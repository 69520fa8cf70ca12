using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Messages;

namespace Coordination.Resources.Fills;

/// <summary>One party moved a fill: the other party's book follows. The same path whether both books are kept here or far apart.</summary>
internal sealed class OnFillMoved(FillBook book, RmDesk messages, ServiceInstance instance) : IHandle<FillMoved>
{
    public async Task HandleAsync(FillMoved e, EventContext context, CancellationToken ct)
    {
        var (listener, hears, speaks) = e.By == FillSide.Supplier
            ? (FillSide.Requester, e.RequesterAgency, e.SupplierAgency)
            : (FillSide.Supplier, e.SupplierAgency, e.RequesterAgency);
        // What the mover's own messages waited for may be its own step.
        if (instance.Serves(speaks) && context.SpeaksFor(speaks)) await messages.HeardAsync(speaks, null, e.FillId, ct);
        if (!instance.Serves(hears) || !context.SpeaksFor(speaks)) return;
        // Another instance keeps the book where there is none here.
        if (await book.FindAsync(hears, listener, e.FillId, ct) is { } fill && (fill.RequesterAgency, fill.SupplierAgency) == (e.RequesterAgency, e.SupplierAgency))
        {
            await book.HearAsync(fill, e, ct);
            await messages.HeardAsync(hears, fill.AskId, e.FillId, ct);
        }
    }
}
