using Coordination.Command.Orders;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Notices;

/// <summary>The clocks of notices: of each recipient's receipt, and then of the superior who was told that there is none.</summary>
internal sealed class NoticeClocks(CommandDb db, Clocks clocks, Call call)
{
    /// <summary>It goes out: each recipient owes a receipt.</summary>
    public async Task IssuedAsync(Notice notice, ClockScope scope, CancellationToken ct)
    {
        foreach (var agency in notice.Agencies)
        {
            var receipt = NoticeReceipt.To(notice, agency);
            db.Add(receipt);
            await AgainAsync("notice.receipt", receipt, call.Now, scope, ct);
        }
    }

    /// <summary>A newer text goes out: nobody owes care for an older silence, and who still has time for the one before keeps that.</summary>
    public async Task SentAgainAsync(Notice notice, CancellationToken ct)
    {
        var scope = (await db.Incidents.FindAsync([notice.IncidentId], ct))?.Scope();
        foreach (var receipt in await db.NoticeReceipts.Where(r => r.NoticeId == notice.Id).ToListAsync(ct))
        {
            var hasTime = receipt.State == NoticeReceiptState.Sent;
            if (receipt.SendAgain(notice.Revision, call.Now) is not null || hasTime) continue;
            await clocks.CancelAsync("notice.superior", receipt.Id, ct);
            await AgainAsync("notice.receipt", receipt, call.Now, scope, ct);
        }
    }

    /// <summary>A superior was told; it has a time of its own from the moment at which the one before it ran out.</summary>
    public Task ToldAsync(NoticeReceipt receipt, DateTimeOffset from, ClockScope scope, CancellationToken ct) => AgainAsync("notice.superior", receipt, from, scope, ct);

    public async Task ReceivedAsync(NoticeReceipt receipt, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("notice.receipt", receipt.Id, at, ct);
        await clocks.CancelAsync("notice.superior", receipt.Id, ct);
    }

    public Task TakenOverAsync(NoticeReceipt receipt, CancellationToken ct) => clocks.StopAsync("notice.superior", receipt.Id, call.Now, ct);

    private Task AgainAsync(string key, NoticeReceipt receipt, DateTimeOffset from, ClockScope? scope, CancellationToken ct) =>
        clocks.StartNextAsync(key, receipt.Id, receipt.IncidentId, from, scope, ct);
}
