using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Fills;

/// <summary>
/// The protocol of a fill as one table: each step, the one party that takes it, where from, where to, and the EDXL-RM message that says it.
/// A step without a target tells something and leaves the state as it is.
/// </summary>
internal sealed record FillRule(FillStep Step, FillSide Mover, RmMessage Message, FillState? To, params FillState[] From);

internal static class FillRules
{
    private static readonly FillRule[] Table =
    [
        new(FillStep.Counter, FillSide.Requester, RmMessage.RequestQuote, FillState.Countered, FillState.Offered),
        new(FillStep.Reoffer, FillSide.Supplier, RmMessage.ResponseToRequestQuote, FillState.Offered, FillState.Countered),
        new(FillStep.Firm, FillSide.Supplier, RmMessage.ResponseToRequestResource, null, FillState.Offered),
        new(FillStep.Reject, FillSide.Requester, RmMessage.ReleaseResource, FillState.Declined, FillState.Offered),
        new(FillStep.Lapse, FillSide.Supplier, RmMessage.ResponseToRequestResource, FillState.Lapsed, FillState.Offered, FillState.Countered, FillState.Selected),
        new(FillStep.Select, FillSide.Requester, RmMessage.RequisitionResource, FillState.Selected, FillState.Offered),
        new(FillStep.Order, FillSide.Requester, RmMessage.RequisitionResource, FillState.Ordered, FillState.Selected),
        new(FillStep.Commit, FillSide.Supplier, RmMessage.CommitResource, FillState.Committed, FillState.Ordered),
        new(FillStep.Decline, FillSide.Supplier, RmMessage.CommitResource, FillState.Declined, FillState.Countered, FillState.Ordered),
        new(FillStep.Mobilize, FillSide.Supplier, RmMessage.ReportResourceDeploymentStatus, FillState.Mobilizing, FillState.Committed),
        new(FillStep.Depart, FillSide.Supplier, RmMessage.ReportResourceDeploymentStatus, FillState.EnRoute, FillState.Mobilizing),
        new(FillStep.Report, FillSide.Supplier, RmMessage.ReportResourceDeploymentStatus, null, FillState.Mobilizing, FillState.EnRoute, FillState.Staged,
            FillState.Assigned, FillState.Reassigned, FillState.OutOfService, FillState.ExtensionPending, FillState.ReturnPending, FillState.ReleasePending,
            FillState.Demobilizing),
        new(FillStep.AskStatus, FillSide.Requester, RmMessage.RequestResourceDeploymentStatus, null, FillState.Committed, FillState.Mobilizing, FillState.EnRoute,
            FillState.Staged, FillState.Assigned, FillState.Reassigned, FillState.OutOfService, FillState.ReleasePending, FillState.Demobilizing),
        // Arrival may be seen before the report of departure comes in.
        new(FillStep.CheckIn, FillSide.Requester, RmMessage.ReportResourceDeploymentStatus, FillState.Staged, FillState.EnRoute, FillState.Mobilizing),
        new(FillStep.Assign, FillSide.Requester, RmMessage.ReportResourceDeploymentStatus, FillState.Assigned, FillState.Staged, FillState.Reassigned),
        new(FillStep.Reassign, FillSide.Requester, RmMessage.RequisitionResource, FillState.Reassigned, FillState.Assigned),
        new(FillStep.GoOutOfService, FillSide.Supplier, RmMessage.ReportResourceDeploymentStatus, FillState.OutOfService, FillState.Assigned, FillState.Reassigned),
        new(FillStep.ComeBackInService, FillSide.Supplier, RmMessage.ReportResourceDeploymentStatus, FillState.Assigned, FillState.OutOfService),
        new(FillStep.AskExtension, FillSide.Requester, RmMessage.RequestExtendedDeploymentDuration, FillState.ExtensionPending, FillState.Assigned),
        new(FillStep.GrantExtension, FillSide.Supplier, RmMessage.ResponseToRequestExtendedDeploymentDuration, FillState.Assigned, FillState.ExtensionPending),
        new(FillStep.RefuseExtension, FillSide.Supplier, RmMessage.ResponseToRequestExtendedDeploymentDuration, FillState.Assigned, FillState.ExtensionPending),
        new(FillStep.AskReturn, FillSide.Supplier, RmMessage.RequestReturn, FillState.ReturnPending, FillState.Assigned),
        new(FillStep.GrantReturn, FillSide.Requester, RmMessage.ResponseToRequestReturn, FillState.ReleasePending, FillState.ReturnPending),
        new(FillStep.RefuseReturn, FillSide.Requester, RmMessage.ResponseToRequestReturn, FillState.Assigned, FillState.ReturnPending),
        new(FillStep.Release, FillSide.Requester, RmMessage.ReleaseResource, FillState.ReleasePending, FillState.EnRoute, FillState.Staged, FillState.Assigned,
            FillState.Reassigned, FillState.OutOfService),
        new(FillStep.Demobilize, FillSide.Supplier, RmMessage.ReportResourceDeploymentStatus, FillState.Demobilizing, FillState.ReleasePending),
        new(FillStep.Return, FillSide.Supplier, RmMessage.ReportResourceDeploymentStatus, FillState.Returned, FillState.Demobilizing),
        new(FillStep.OpenReimbursement, FillSide.Supplier, RmMessage.RequestInformation, FillState.ReimbursementOpen, FillState.Returned),
        new(FillStep.Claim, FillSide.Supplier, RmMessage.RequestInformation, FillState.Claimed, FillState.ReimbursementOpen),
        new(FillStep.Dispute, FillSide.Requester, RmMessage.ResponseToRequestInformation, FillState.Disputed, FillState.Claimed),
        new(FillStep.Settle, FillSide.Requester, RmMessage.ResponseToRequestInformation, FillState.Settled, FillState.Claimed, FillState.Disputed),
        new(FillStep.Close, FillSide.Supplier, RmMessage.ResponseToRequestInformation, FillState.Closed, FillState.Settled, FillState.Returned),
        new(FillStep.Cancel, FillSide.Requester, RmMessage.RequisitionResource, FillState.Recalled, FillState.Countered, FillState.Selected, FillState.Ordered,
            FillState.Committed, FillState.Mobilizing),
        new(FillStep.Withdraw, FillSide.Supplier, RmMessage.CommitResource, FillState.Recalled, FillState.Offered, FillState.Countered, FillState.Selected,
            FillState.Committed, FillState.Mobilizing),
    ];

    private static readonly Dictionary<FillStep, FillRule> BySteps = Table.ToDictionary(r => r.Step);

    /// <summary>Every state and the states that some step leads to.</summary>
    public static readonly Lifecycle<FillState> Life = new(
        [.. Table.Where(r => r.To is not null).SelectMany(r => r.From.Select(from => (from, new[] { r.To!.Value })))]);

    public static FillRule Of(FillStep step) => BySteps[step];

    public static bool Allows(FillStep step, FillState from) => BySteps[step].From.Contains(from);

    public static Refusal? Refuse(FillStep step, FillState from) => Allows(step, from)
        ? null
        : new Refusal("illegal-transition", $"{step} is not possible from {from}; it is from {string.Join(", ", BySteps[step].From)}.");

    /// <summary>Counted against the line's quantity: committed, and not called back.</summary>
    public static bool IsCommitted(FillState state) => state is >= FillState.Committed and <= FillState.Closed;

    /// <summary>Committed, and not home again.</summary>
    public static bool IsEngaged(FillState state) => state is >= FillState.Committed and < FillState.Returned;

    /// <summary>Every state in which it is: a query asks for these.</summary>
    public static readonly FillState[] Engaged = [.. Enum.GetValues<FillState>().Where(IsEngaged)];

    /// <summary>Ended without a commitment.</summary>
    public static bool IsDead(FillState state) => state is FillState.Declined or FillState.Lapsed or FillState.Recalled;

    /// <summary>Its vehicle or team may be followed: between departure and release.</summary>
    public static bool IsTracked(FillState state) => state is >= FillState.EnRoute and < FillState.ReleasePending;

    /// <summary>Away from home: between departure and return.</summary>
    public static bool IsDeployed(FillState state) => state is >= FillState.EnRoute and <= FillState.Demobilizing;
}
