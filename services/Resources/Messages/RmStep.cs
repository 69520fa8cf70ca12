using System.Globalization;
using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Messages;

/// <summary>The steps that an element of a message takes with a fill, or why it takes none. What the book allows is the book's to say: here is only what the message means.</summary>
/// <param name="Moves">In their order; the same that the operations of the house take.</param>
/// <param name="Reason">Why there are none.</param>
internal sealed record RmStep(IReadOnlyList<FillMove> Moves, RmReason? Reason = null)
{
    /// <param name="kind">Kind of the message.</param>
    /// <param name="element">What it says.</param>
    /// <param name="fill">The fill in the sender's book.</param>
    /// <param name="now">The moment of the call.</param>
    /// <param name="message">The message that the steps carry.</param>
    internal static RmStep Of(RmMessage kind, RmElement element, Fill fill, DateTimeOffset now, Guid message)
    {
        if (element.Assignment?.Quantity is { } said && kind is not (RmMessage.RequisitionResource or RmMessage.RequestQuote or RmMessage.ResponseToRequestQuote))
        {
            if (said.Count() is not { } count) return No(RmReason.QuantityUnclear);
            if (count != fill.Quantity) return No(RmReason.OtherQuantity);
        }
        var binds = kind == RmMessage.RequisitionResource || (kind == RmMessage.CommitResource && element.Answer?.Response != RmResponse.Decline);
        if (binds && OtherPrice(element, fill) is { } odd) return No(odd);
        return kind switch
        {
            RmMessage.RequisitionResource => Requisition(element, fill, now, message),
            RmMessage.CommitResource => Commit(element, fill, now, message),
            RmMessage.RequestQuote => element.Assignment?.Quantity?.Count() is { } wanted ? Do(new FillMove(FillStep.Counter, FillSide.Requester, now, wanted) { MessageId = message }) : No(RmReason.QuantityUnclear),
            RmMessage.ResponseToRequestQuote => Quote(element, now, message),
            RmMessage.ReleaseResource => Do(FillRules.Allows(FillStep.Reject, fill.State)
                ? new FillMove(FillStep.Reject, FillSide.Requester, now, Reason: Why(element, FillReason.OtherChosen)) { MessageId = message }
                : new FillMove(FillStep.Release, FillSide.Requester, now) { MessageId = message }),
            RmMessage.RequestReturn => Do(new FillMove(FillStep.AskReturn, FillSide.Supplier, now, Reason: Why(element, FillReason.NeededHere)) { MessageId = message }),
            RmMessage.ResponseToRequestReturn => Answered(element, new(FillStep.GrantReturn, FillSide.Requester, now) { MessageId = message },
                new(FillStep.RefuseReturn, FillSide.Requester, now, Reason: Why(element, FillReason.NeededHere)) { MessageId = message }),
            RmMessage.RequestResourceDeploymentStatus => Do(new FillMove(FillStep.AskStatus, FillSide.Requester, now) { MessageId = message }),
            RmMessage.RequestExtendedDeploymentDuration => element.When("RequestedReturnDeparture", "EstimatedReturnDeparture", "RequestedReturnArrival", "EstimatedReturnArrival") is { } until
                ? Do(new FillMove(FillStep.AskExtension, FillSide.Requester, now, Until: until) { MessageId = message }) : No(RmReason.TimeUnclear),
            RmMessage.ResponseToRequestExtendedDeploymentDuration => Answered(element, new(FillStep.GrantExtension, FillSide.Supplier, now) { MessageId = message },
                new(FillStep.RefuseExtension, FillSide.Supplier, now, Reason: Why(element, FillReason.NeededHere)) { MessageId = message }),
            RmMessage.ReportResourceDeploymentStatus => RmReport.Of(element, fill, now, message),
            _ => No(RmReason.NotExecuted),
        };
    }

    /// <summary>The reason by our own list; where it is none of it, what the step says by itself.</summary>
    internal static FillReason Why(RmElement element, FillReason otherwise) =>
        element.Answer?.ReasonCode is { Urn: RmNames.Reasons, Value: var code } && Named<FillReason>(code) is { } why ? why : otherwise;

    /// <summary>A price in minor units; null and true where none is said, false where it cannot be understood.</summary>
    internal static (long? Minor, string? Currency, bool IsClear) Price(RmElement element)
    {
        if (element.Assignment?.Price is not { } price) return (null, null, true);
        return price is { Amount: { } amount, Unit: { Urn: RmNames.Minor, Value: { Length: 3 } currency } } && amount >= 0 && amount <= 1_000_000_000_000 && amount == Math.Floor(amount) && currency.All(char.IsAsciiLetterUpper)
            ? ((long)amount, currency, true) : (null, null, false);
    }

    /// <summary>An order and a commitment take the fill at the price that it has: one that says another is not done at that one.</summary>
    private static RmReason? OtherPrice(RmElement element, Fill fill) => Price(element) switch
    {
        (_, _, false) => RmReason.PriceUnclear,
        ({ } minor, var currency, _) when (minor, currency) != (fill.PriceMinor ?? 0, fill.Currency ?? currency) => RmReason.PriceWithoutOrder,
        _ => null,
    };

    /// <summary>A value of a list of ours, by its exact name.</summary>
    internal static T? Named<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && value.ToString() == text ? value : null;

    internal static RmStep No(RmReason why) => new([], why);

    internal static RmStep Do(params FillMove[] moves) => new(moves);

    private static RmStep Requisition(RmElement element, Fill fill, DateTimeOffset now, Guid message)
    {
        if (element.Assignment?.Quantity?.Count() is not { } quantity) return No(RmReason.QuantityUnclear);
        if (fill.State is FillState.Assigned) return quantity == fill.Quantity ? Do(new FillMove(FillStep.Reassign, FillSide.Requester, now) { MessageId = message }) : No(RmReason.OtherQuantity);
        var order = new FillMove(FillStep.Order, FillSide.Requester, now, quantity) { MessageId = message };
        return fill.State == FillState.Selected ? Do(order) : Do(new FillMove(FillStep.Select, FillSide.Requester, now) { MessageId = message }, order);
    }

    private static RmStep Commit(RmElement element, Fill fill, DateTimeOffset now, Guid message)
    {
        var at = element.When("Committed") is { } said && said <= now && said >= (fill.OrderedAt ?? fill.OfferedAt) ? said : now;
        return Answered(element, new(FillStep.Commit, FillSide.Supplier, at) { MessageId = message },
            new(FillStep.Decline, FillSide.Supplier, now, Reason: Why(element, FillReason.NotAvailable)) { MessageId = message });
    }

    private static RmStep Quote(RmElement element, DateTimeOffset now, Guid message)
    {
        if (element.Answer?.Response == RmResponse.Decline) return Do(new FillMove(FillStep.Decline, FillSide.Supplier, now, Reason: Why(element, FillReason.NotAvailable)) { MessageId = message });
        if (element.Answer?.Response != RmResponse.Accept) return No(RmReason.ResponseUnclear);
        if (element.Assignment?.Quantity?.Count() is not { } quantity) return No(RmReason.QuantityUnclear);
        return Price(element) is ({ } minor, { } currency, true)
            ? Do(new FillMove(FillStep.Reoffer, FillSide.Supplier, now, quantity, AmountMinor: minor, Currency: currency) { MessageId = message }) : No(RmReason.PriceUnclear);
    }

    private static RmStep Answered(RmElement element, FillMove yes, FillMove no) => element.Answer?.Response switch
    {
        RmResponse.Accept => Do(yes),
        RmResponse.Decline => Do(no),
        _ => No(RmReason.ResponseUnclear),
    };
}
