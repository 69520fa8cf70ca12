using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Asks;
using Coordination.Resources.Fills;
using Coordination.Resources.Types;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Messages;

/// <summary>An element that answers an ask, or offers what nobody asked for: by the same decisions as the operations.</summary>
internal sealed class RmOffering(ResourcesDb db, Call call, Offering offering, ResourceCatalogue catalogue)
{
    /// <summary>Answers an ask with an offer, a commitment or a refusal; of so many as it says, and no more.</summary>
    internal async Task<RmFate> AnswerAsync(RmMessage kind, RmElement element, Ask ask, CancellationToken ct)
    {
        if (element.Answer is not { } answer) return RmFate.Held(RmReason.ResponseUnclear);
        var count = element.Assignment?.Quantity.Count();
        if (answer.Response == RmResponse.Decline)
        {
            if (element.Assignment?.Quantity is not null && count != ask.Quantity) return RmFate.Held(count is null ? RmReason.QuantityUnclear : RmReason.OtherQuantity);
            return await OpenAsync(ask, new(ask.Quantity, RmResponse.Decline, RmStep.Why(element, FillReason.NotAvailable)), FillState.Declined, ct);
        }
        if (count is not { } quantity) return RmFate.Held(RmReason.QuantityUnclear);
        var (price, currency, isClear) = RmStep.Price(element);
        if (!isClear) return RmFate.Held(RmReason.PriceUnclear);
        if (await UnitAsync(element, ask.Agency, ask.TypeCode, ct) is not (var unit, true)) return RmFate.Held(RmReason.ResourceUnclear);
        if (kind == RmMessage.CommitResource)
        {
            if (answer.Response != RmResponse.Accept) return RmFate.Held(RmReason.ResponseUnclear);
            if (price > 0) return RmFate.Held(RmReason.PriceWithoutOrder);
            if (ask.Message == RmMessage.RequestQuote) return RmFate.Held(RmReason.Refused, "quote-asked");
            return await OpenAsync(ask, new(quantity, RmResponse.Accept, UnitId: unit, AvailableUntil: element.When("EndAvailable")), FillState.Committed, ct);
        }
        if (price is null && ask.Message == RmMessage.RequestQuote) return RmFate.Held(RmReason.PriceUnclear);
        var why = answer.Response == RmResponse.Provisional ? RmStep.Why(element, FillReason.AwaitingApproval) : (FillReason?)null;
        return await OpenAsync(ask, new(quantity, answer.Response, why, unit, price, currency, element.When("EndAvailable")), FillState.Offered, ct);
    }

    /// <summary>Offers to an agency, for an incident of the region, what nobody asked for; it names no price.</summary>
    internal async Task<RmFate> OfferAsync(RmRecord message, RmDocument document, RmElement element, CancellationToken ct)
    {
        if (RmAsking.Incident(document) is not ({ } incident, _)) return RmFate.Held(RmReason.IncidentUnclear);
        if (message.Addressees() is not [var to]) return RmFate.Held(message.ToAgencies.Length == 0 ? RmReason.NoAddressee : RmReason.Unclear);
        if (to == message.Agency) return RmFate.Held(RmReason.Refused, "own-agency");
        if (element.Assignment?.Price is not null) return RmFate.Held(RmReason.PriceUnclear);
        if (element.Resource?.Type is not { Urn: RmNames.ResourceTypes, Value: var code } || catalogue.Find(code) is not ({ } type, null)) return RmFate.Held(RmReason.TypeUnclear);
        if (element.Assignment?.Quantity.Count() is not { } quantity) return RmFate.Held(RmReason.QuantityUnclear);
        if (await UnitAsync(element, message.Agency, type.Code, ct) is not (var unit, true)) return RmFate.Held(RmReason.ResourceUnclear);
        var (fill, refusal) = await offering.OpenAsync(new(Guid.CreateVersion7(), null, null, null, incident, to, message.Agency, RmMessage.OfferUnsolicitedResource, RmResponse.Accept, null,
            type.Code, quantity, type.UnitOfMeasure, unit, null, null, element.When("EndAvailable"), null, FillState.Offered, call.Now), null, ct);
        return refusal is { } no ? RmFate.Held(RmReason.Refused, no.Rule) : Opened(fill!);
    }

    private async Task<RmFate> OpenAsync(Ask ask, OfferTerms terms, FillState state, CancellationToken ct)
    {
        var (fill, refusal) = await offering.AnswerAsync(ask, terms, state, ct);
        return refusal is { } no ? RmFate.Held(RmReason.Refused, no.Rule) : Opened(fill!);
    }

    private static RmFate Opened(Fill fill) => new(RmState.Executed, FillId: fill.FillId, IsOpening: true);

    /// <summary>The agency's unit that the resource is, by its id or its call sign; none and true where no resource is named, or goods are given.</summary>
    private async Task<(Guid? Unit, bool IsClear)> UnitAsync(RmElement element, string agency, string type, CancellationToken ct)
    {
        if (element.Resource?.Id is not { } named) return (null, true);
        var (exercise, codes) = (call.Exercise, catalogue.ThatServe(type));
        var isId = Guid.TryParse(named, out var id);
        var units = await db.Units.Where(u => u.Agency == agency && codes.Contains(u.TypeCode) && u.ExerciseId == exercise && (isId ? u.Id == id : u.CallSign == named)).Take(2).ToListAsync(ct);
        return units.Count == 1 ? (units[0].Id, true) : (null, false);
    }
}
