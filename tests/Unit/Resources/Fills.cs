using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Tests.Unit.Resources;

/// <summary>Fills to test with.</summary>
internal static class Fills
{
    public static readonly DateTimeOffset T0 = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);

    public static ResourcesOffered Offer(int quantity = 6, RmResponse response = RmResponse.Accept, FillState state = FillState.Offered, long? price = null) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, "city", "neighbour",
        RmMessage.ResponseToRequestResource, response, response == RmResponse.Accept ? null : FillReason.AwaitingApproval, "assault-boat", quantity, "boat", null,
        price, price is null ? null : "CNY", null, T0.AddMinutes(30), state, T0);

    public static (Fill Requester, Fill Supplier) Books(ResourcesOffered? offer = null)
    {
        offer ??= Offer();
        return (Fill.Open(offer, FillSide.Requester, null), Fill.Open(offer, FillSide.Supplier, null));
    }

    /// <summary>A step with everything that any step may need.</summary>
    public static FillMove Step(FillStep step, int minute = 1) => new(step, FillRules.Of(step).Mover, T0.AddMinutes(minute),
        Quantity: step is FillStep.Counter or FillStep.Reoffer or FillStep.Order ? 6 : null,
        Until: step is FillStep.AskExtension or FillStep.Reoffer ? T0.AddDays(step == FillStep.AskExtension ? 1 : 2) : null,
        AmountMinor: step == FillStep.Claim ? 100 : null, Currency: step == FillStep.Claim ? "CNY" : null, Reason: FillReason.MissionChanged);

    /// <summary>A supplier's book in a state, reached by legal steps.</summary>
    public static Fill In(FillState state, FillSide side = FillSide.Supplier, long? price = null)
    {
        var fill = Fill.Open(Offer(price: price), side, null);
        foreach (var step in Way(state)) Assert.Null(fill.Take(Step(step)));
        Assert.Equal(state, fill.State);
        return fill;
    }

    public static FillStep[] Way(FillState state) => state switch
    {
        FillState.Offered => [],
        FillState.Countered => [FillStep.Counter],
        FillState.Selected => [FillStep.Select],
        FillState.Declined => [FillStep.Reject],
        FillState.Lapsed => [FillStep.Lapse],
        FillState.Recalled => [FillStep.Withdraw],
        FillState.Ordered => [.. Way(FillState.Selected), FillStep.Order],
        FillState.Committed => [.. Way(FillState.Ordered), FillStep.Commit],
        FillState.Mobilizing => [.. Way(FillState.Committed), FillStep.Mobilize],
        FillState.EnRoute => [.. Way(FillState.Mobilizing), FillStep.Depart],
        FillState.Staged => [.. Way(FillState.EnRoute), FillStep.CheckIn],
        FillState.Assigned => [.. Way(FillState.Staged), FillStep.Assign],
        FillState.Reassigned => [.. Way(FillState.Assigned), FillStep.Reassign],
        FillState.OutOfService => [.. Way(FillState.Assigned), FillStep.GoOutOfService],
        FillState.ExtensionPending => [.. Way(FillState.Assigned), FillStep.AskExtension],
        FillState.ReturnPending => [.. Way(FillState.Assigned), FillStep.AskReturn],
        FillState.ReleasePending => [.. Way(FillState.Assigned), FillStep.Release],
        FillState.Demobilizing => [.. Way(FillState.ReleasePending), FillStep.Demobilize],
        FillState.Returned => [.. Way(FillState.Demobilizing), FillStep.Return],
        FillState.ReimbursementOpen => [.. Way(FillState.Returned), FillStep.OpenReimbursement],
        FillState.Claimed => [.. Way(FillState.ReimbursementOpen), FillStep.Claim],
        FillState.Disputed => [.. Way(FillState.Claimed), FillStep.Dispute],
        FillState.Settled => [.. Way(FillState.Claimed), FillStep.Settle],
        FillState.Closed => [.. Way(FillState.Settled), FillStep.Close],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Everything about a fill that a refused step must leave as it was.</summary>
    public static object Picture(Fill f) => (f.Version, f.State, f.Asks, f.Answers, f.Quantity, f.Trail.Count, f.DepartedAt, f.ArrivedAt, f.Eta);
}
