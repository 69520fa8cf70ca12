using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Messages;

/// <summary>One step of a fill as an element of the message that says it.</summary>
internal static class RmBookStep
{
    private static readonly FillStep[] Refusals = [FillStep.Decline, FillStep.RefuseExtension, FillStep.RefuseReturn, FillStep.Dispute];

    /// <param name="fill">The fill as its book has it.</param>
    /// <param name="trail">The step.</param>
    /// <param name="id">Its element.</param>
    /// <param name="answered">The element that it follows; null where it follows none.</param>
    internal static RmElement Of(Fill fill, FillTrail trail, string id, string? answered) => new(id)
    {
        Answer = answered is null ? null : Answer(fill, trail, answered),
        Resource = new($"{fill.UnitId ?? fill.FillId}", null, new(RmNames.ResourceTypes, fill.TypeCode), null, new(new(RmNames.DeploymentStatus, trail.State.ToString()), trail.State >= FillState.Returned ? "Available" : "Not available")),
        Assignment = new(Number(fill.Quantity), Price: Price(fill, trail), OrderId: $"{fill.FillId}"),
        Schedules = [.. Times(fill, trail)],
    };

    internal static RmQuantity Number(int quantity) => new(null, quantity, null);

    private static RmAnswer Answer(Fill fill, FillTrail trail, string answered)
    {
        var how = trail.Step is { } step ? Refusals.Contains(step) ? RmResponse.Decline : RmResponse.Accept : trail.State == FillState.Declined ? RmResponse.Decline : fill.Response;
        // Offers that were provisional when they were made are firm once their supplier has said so.
        return new(answered, how, how != RmResponse.Accept && fill.Reason is { } why ? new(RmNames.Reasons, why.ToString()) : null, how == RmResponse.Provisional && fill.Reason is null ? "not yet firm" : null);
    }

    private static RmQuantity? Price(Fill fill, FillTrail trail) => trail.Message switch
    {
        RmMessage.RequestInformation when fill.ClaimMinor is { } claim && fill.Currency is { } currency => new(null, claim, new(RmNames.Minor, currency)),
        RmMessage.ResponseToRequestQuote or RmMessage.ResponseToRequestResource when fill.PriceMinor is { } price && fill.Currency is { } currency => new(null, price, new(RmNames.Minor, currency)),
        RmMessage.ResponseToRequestQuote => new("0"),
        _ => null,
    };

    private static IEnumerable<RmSchedule> Times(Fill fill, FillTrail trail)
    {
        var type = trail.Step switch
        {
            FillStep.Depart => "ActualDeparture",
            FillStep.CheckIn => "ActualArrival",
            FillStep.Demobilize => "ActualReturnDeparture",
            FillStep.Return => "ActualReturnArrival",
            FillStep.Commit => "Committed",
            null when trail.State == FillState.Committed => "Committed",
            _ => "Current",
        };
        yield return new(type, trail.OccurredAt);
        if (trail.Step is FillStep.Report or FillStep.Depart && fill.Eta is { } eta) yield return new("EstimatedArrival", eta);
        if (trail.Step == FillStep.AskExtension && (fill.WantedUntil ?? fill.AvailableUntil) is { } until) yield return new("RequestedReturnDeparture", until);
        if (trail.Step is null && fill.AvailableUntil is { } end) yield return new("EndAvailable", end);
    }
}
