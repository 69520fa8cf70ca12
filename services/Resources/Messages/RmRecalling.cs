using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;
using Coordination.Resources.Requests;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Messages;

/// <summary>Undoes what a message did, by the steps that the operations know: asks are taken back, offers and commitments withdrawn, orders cancelled.</summary>
internal sealed class RmRecalling(ResourcesDb db, Call call, FillBook book, RequestBook requests)
{
    /// <summary>Null when all of it is undone; else why not, and the caller must undo what was begun.</summary>
    internal async Task<RmFate?> UndoAsync(RmRecord recall, RmRecord target, CancellationToken ct)
    {
        if (target.State is RmState.Held) return null;
        await db.MessageParts.Where(p => p.RecordId == target.Id).LoadAsync(ct);
        foreach (var part in db.MessageParts.Local.Where(p => p.RecordId == target.Id && p.State == RmState.Executed).DistinctBy(p => (p.FillId, p.RequestId, p.LineNumber)).OrderBy(p => p.Id).ToList())
            if (await UndoAsync(recall, target, part, ct) is { } no) return no;
        return null;
    }

    private async Task<RmFate?> UndoAsync(RmRecord recall, RmRecord target, RmPart part, CancellationToken ct)
    {
        var now = recall.ActsAt(call.Now);
        if (part is { RequestId: { } id, LineNumber: { } line })
        {
            if (await requests.FindAsync(target.Agency, id, ct) is not { } need) return RmFate.Held(RmReason.NotRecallable);
            if (await CancelLineCase.CancelAsync(need, line, FillReason.NoLongerNeeded, db, book, now, ct) is { } refusal) return RmFate.Held(RmReason.Refused, refusal.Rule);
            await requests.ChangedAsync(need, now, ct);
            return null;
        }
        (FillSide, FillStep, FillReason)? undoing = RmShape.KindOf(target.Type) switch
        {
            RmMessage.ResponseToRequestResource or RmMessage.ResponseToRequestQuote or RmMessage.CommitResource or RmMessage.OfferUnsolicitedResource => (FillSide.Supplier, FillStep.Withdraw, FillReason.NotAvailable),
            RmMessage.RequisitionResource => (FillSide.Requester, FillStep.Cancel, FillReason.NoLongerNeeded),
            _ => null,
        };
        if (undoing is not (var side, var step, var why) || part.FillId is not { } named || await book.FindAsync(target.Agency, side, named, ct) is not { } fill) return RmFate.Held(RmReason.NotRecallable);
        // What has ended otherwise needs no undoing; what ended by the very message that is called back cannot be undone.
        if (FillRules.IsDead(fill.State))
            return fill.Trail.Exists(t => t.MessageId == target.Id && FillRules.IsDead(t.State)) || (part.IsOpening && FillRules.IsDead(fill.Trail[0].State)) ? RmFate.Held(RmReason.NotRecallable) : null;
        return await book.TakeAsync(fill, new(step, side, now, Reason: why) { MessageId = recall.Id }, ct) is { } no ? RmFate.Held(RmReason.Refused, no.Rule) : null;
    }
}
