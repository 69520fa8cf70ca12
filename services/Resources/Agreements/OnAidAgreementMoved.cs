using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;

namespace Coordination.Resources.Agreements;

/// <summary>One party proposed, signed, declined, withdrew or ended an agreement: the other party's book follows.</summary>
internal sealed class OnAidAgreementMoved(ResourcesDb db, Call call, AgreementBook book, ServiceInstance instance) : IHandle<AidAgreementMoved>
{
    public async Task HandleAsync(AidAgreementMoved e, EventContext context, CancellationToken ct)
    {
        var hears = e.ByAgency == e.LenderAgency ? e.BorrowerAgency : e.LenderAgency;
        if (!instance.Serves(hears) || !context.SpeaksFor(e.ByAgency) || (e.ByAgency != e.LenderAgency && e.ByAgency != e.BorrowerAgency)) return;
        if (await book.FindAsync(hears, e.AgreementId, ct) is { } known)
        {
            if ((known.LenderAgency, known.BorrowerAgency) == (e.LenderAgency, e.BorrowerAgency)) known.Hear(e.ByAgency, e.State, e.OccurredAt);
        }
        // What is signed was proposed before: a book opens with a proposal alone.
        else if (e.State == AidAgreementState.Proposed) db.Add(Agreement.Open(e, hears, call.Exercise));
    }
}
