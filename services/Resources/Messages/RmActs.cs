using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Messages;

/// <summary>What the elements of a message do: each by itself, and one that is refused leaves nothing.</summary>
internal sealed class RmActs(ResourcesDb db, Call call, FillBook book, Offering offering, RmAsking asking, RmOffering offers)
{
    private static readonly RmMessage[] Answers = [RmMessage.ResponseToRequestResource, RmMessage.ResponseToRequestQuote, RmMessage.CommitResource];

    private static readonly RmMessage[] Questions = [RmMessage.RequestInformation, RmMessage.ResponseToRequestInformation];

    /// <summary>What becomes of each of the elements that are named.</summary>
    internal async Task<IReadOnlyList<(string Element, RmFate Fate)>> ActAsync(RmRecord message, RmDocument document, IReadOnlyCollection<string> elements, CancellationToken ct)
    {
        var kind = document.Kind!.Value;
        if (Questions.Contains(kind)) return [.. elements.Select(e => (e, RmFate.Held(RmReason.NotExecuted)))];
        if (kind == RmMessage.RequestResource || (kind == RmMessage.RequestQuote && document.PrecedingId is null)) return await asking.AskAsync(message, document, ct);
        var fates = new List<(string, RmFate)>();
        foreach (var element in document.Elements.Where(e => elements.Contains(e.Id)))
        {
            var attempt = new RmAttempt(db);
            var fate = await OneAsync(kind, message, document, element, ct);
            if (fate.State != RmState.Executed) attempt.Undo();
            fates.Add((element.Id, fate));
        }
        return fates;
    }

    private async Task<RmFate> OneAsync(RmMessage kind, RmRecord message, RmDocument document, RmElement element, CancellationToken ct)
    {
        if (kind == RmMessage.OfferUnsolicitedResource) return await offers.OfferAsync(message, document, element, ct);
        var thread = await RmThread.LoadAsync(db, call.Exercise, message.Agency, message.Thread, ct);
        var (found, unknown) = document.PrecedingId is { } preceding ? thread.Followed(preceding, element.Answer?.ElementId) : (new(thread.Asks, thread.Fills), null);
        if (unknown is not null) return unknown;
        if (found!.For(message.Addressees()) is not { } followed) return RmFate.Waits(RmReason.PrecedingUnknown);
        if (Answers.Contains(kind) && followed.Fills.Count == 0)
            return followed.Asks.Count == 1 ? await offers.AnswerAsync(kind, element, followed.Asks[0], ct) : RmFate.Held(RmReason.Unclear);
        var (fill, unclear) = (await NamingAsync(followed, element, ct)).One(kind, element);
        if (unclear is not null) return unclear;
        var step = RmStep.Of(kind, element, fill!, message.ActsAt(call.Now), message.Id);
        if (step.Reason is { } why) return why == RmReason.AheadOfBook ? RmFate.Waits(why) : RmFate.Held(why);
        foreach (var move in step.Moves)
            if (await TakeAsync(fill!, move, document, ct) is { } refusal) return RmFate.Held(RmReason.Refused, refusal.Rule);
        return new(RmState.Executed, FillId: fill!.FillId);
    }

    /// <summary>With the call signs of the sender's own units, where the element names its resource by one.</summary>
    private async Task<RmFollowed> NamingAsync(RmFollowed followed, RmElement element, CancellationToken ct)
    {
        var units = followed.Fills.Where(f => f.Side == FillSide.Supplier).Select(f => f.UnitId).OfType<Guid>().Distinct().ToList();
        return units.Count == 0 || !RmFollowed.IsCallSign(element.Resource?.Id) ? followed
            : followed with { CallSigns = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.CallSign, ct) };
    }

    /// <summary>Takes the step with what the operation of the same name demands beside the book.</summary>
    private async Task<Refusal?> TakeAsync(Fill fill, FillMove move, RmDocument document, CancellationToken ct)
    {
        if (move.Step == FillStep.Order && fill.PriceMinor > 0)
        {
            var fund = document.Funding.Select(f => Guid.TryParse(f.Code, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null);
            if (await OrderFillCase.UnfundedAsync(db, fill.Agency, fill, fund, ct) is { } unfunded) return unfunded;
        }
        if (move.Step == FillStep.Reoffer)
        {
            if (FillRules.Refuse(FillStep.Reoffer, fill.State) is { } early) return early;
            if (await offering.LeaseAgainAsync(fill, move.Quantity!.Value, ct) is { } refused) return refused;
            move = move with { Until = await offering.HoldAgainAsync(fill, null, ct) };
        }
        return await book.TakeAsync(fill, move, ct);
    }
}
