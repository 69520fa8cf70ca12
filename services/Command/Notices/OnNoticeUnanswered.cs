using Coordination.Command.Jurisdictions;
using Coordination.Command.Orders;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Notices;

/// <summary>
/// No receipt in time, or nothing from the superior who was told: the body on duty next above the recipient's place is told, then the next, each with a clock of its own,
/// at last who sent the notice. A recipient without a place in the tree stands where the incident does.
/// </summary>
internal sealed class OnNoticeUnanswered(CommandDb db, JurisdictionPackage package, NoticeClocks clocks, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.NoticeReceipts.FindAsync([clock.EntityId], ct) is not { } receipt) return;
        if (await db.Notices.FindAsync([receipt.NoticeId], ct) is not { } notice || await db.Incidents.FindAsync([notice.IncidentId], ct) is not { } incident) return;
        var superior = (await db.TreeAsync(package, call, ct)).NextTold(receipt.Recipient, incident.Jurisdiction, receipt.Superiors, notice.FromAgency);
        var isFirst = receipt.State == NoticeReceiptState.Sent;
        if (!isFirst && superior is null) return;
        if ((isFirst ? receipt.Miss(call.Now, superior) : receipt.PassUp(superior!)) is not null) return;
        if (superior is not null)
        {
            notice.ShowTo(superior);
            await clocks.ToldAsync(receipt, clock.DueAt, incident.Scope(), ct);
        }
        db.Append(incident.Id, new NoticeUnanswered(notice.Id, incident.Id, receipt.Id, receipt.Recipient, call.Now, superior));
    }
}
