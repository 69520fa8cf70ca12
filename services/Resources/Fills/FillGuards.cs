using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Fills;

/// <summary>What a step must bring beside the right state.</summary>
internal static class FillGuards
{
    public static Refusal? Refuse(Fill fill, FillMove move)
    {
        if (move.At < fill.OfferedAt) return Refusal.Invalid("/occurredAt", "before-offer", "A fill cannot move before it was offered.");
        return move.Step switch
        {
            FillStep.Counter or FillStep.Reoffer when move.Quantity is not > 0 => Refusal.Invalid("/quantity", "quantity-required", "Say how many."),
            FillStep.Reoffer when move.Until <= move.At => Refusal.Invalid("/validUntil", "in-past", "An offer must be valid beyond now."),
            FillStep.Firm when fill.Response != RmResponse.Provisional => new Refusal("already-firm", "The offer is firm."),
            FillStep.Select when fill.Response == RmResponse.Provisional => new Refusal("provisional-offer", "A provisional offer must be made firm by its supplier first."),
            FillStep.Select or FillStep.Order when fill.RequestId is null => new Refusal("not-attached", "Attach the unsolicited offer to a line of a request first."),
            FillStep.Select or FillStep.Order when fill.ValidUntil < move.At => new Refusal("offer-lapsed", "The offer's time ran out."),
            FillStep.Order when move.Quantity is < 1 || move.Quantity > fill.Quantity => Refusal.Invalid("/quantity", "more-than-offered", "Order at least 1 and at most what is offered."),
            FillStep.Depart when move.At < fill.CommittedAt => Refusal.Invalid("/occurredAt", "before-commitment", "It cannot leave before it was committed."),
            FillStep.CheckIn when move.At < (fill.DepartedAt ?? fill.CommittedAt) => Refusal.Invalid("/occurredAt", "before-departure", "It cannot arrive before it left."),
            FillStep.Depart when move.At > fill.ArrivedAt => Refusal.Invalid("/occurredAt", "after-arrival", "It cannot leave after it arrived."),
            FillStep.Depart or FillStep.Report when move.Eta <= move.At => Refusal.Invalid("/eta", "in-past", "It must lie ahead of the report."),
            FillStep.AskExtension when move.Until is null || move.Until <= (fill.AvailableUntil ?? move.At) =>
                Refusal.Invalid("/until", "not-longer", "The new end must lie after the present one."),
            FillStep.Claim when move.AmountMinor is not > 0 => Refusal.Invalid("/amountMinor", "amount-required", "Say how much, in minor units."),
            FillStep.Close when fill.State == FillState.Returned && fill.PriceMinor > 0 => new Refusal("cost-open", "It was quoted at a price: open its reimbursement."),
            _ when NeedsReason(move.Step) && move.Reason is null => Refusal.Invalid("/reason", "reason-required", "Say why."),
            _ => null,
        };
    }

    private static bool NeedsReason(FillStep step) => step is FillStep.Reject or FillStep.Decline or FillStep.Cancel or FillStep.Withdraw
        or FillStep.GoOutOfService or FillStep.RefuseExtension or FillStep.RefuseReturn;
}
