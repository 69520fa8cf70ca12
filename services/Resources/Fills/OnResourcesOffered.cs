using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Agreements;
using Coordination.Resources.Messages;
using Coordination.Resources.Requests;

namespace Coordination.Resources.Fills;

/// <summary>A supplier answered or offered: the requester's book opens the fill.</summary>
internal sealed class OnResourcesOffered(ResourcesDb db, Call call, FillBook book, RequestBook requests, AgreementBook agreements, RmDesk messages, ServiceInstance instance) : IHandle<ResourcesOffered>
{
    public async Task HandleAsync(ResourcesOffered e, EventContext context, CancellationToken ct)
    {
        // What the supplier's own messages waited for may be its own offer.
        if (instance.Serves(e.SupplierAgency) && context.SpeaksFor(e.SupplierAgency)) await messages.HeardAsync(e.SupplierAgency, e.AskId, e.FillId, ct);
        if (!instance.Serves(e.RequesterAgency) || !context.SpeaksFor(e.SupplierAgency)) return;
        if (e.RequestId is { } id && await requests.FindAsync(e.RequesterAgency, id, ct) is not { } request) return;
        if (await book.FindAsync(e.RequesterAgency, FillSide.Requester, e.FillId, ct) is not null) return;
        var fill = Fill.Open(e, FillSide.Requester, call.Exercise);
        fill.Agree(await agreements.TermAsync(e.RequesterAgency, e.AgreementId, e.SupplierAgency, e.RequesterAgency, e.TypeCode, e.Quantity, e.OfferedAt, ct));
        db.Add(fill);
        var isExcess = fill.State == FillState.Committed && await requests.IsExcessAsync(fill, ct);
        if (isExcess) await book.RefuseExcessAsync(fill, ct);
        else await requests.CountAsync(fill, e.OfferedAt, ct);
        await messages.HeardAsync(e.RequesterAgency, e.AskId, e.FillId, ct);
    }
}
