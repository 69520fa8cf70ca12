using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Messages;

/// <summary>A report of how a deployment stands: the step that it tells of. What the fill is past is kept beside the book, and moves nothing back.</summary>
internal static class RmReport
{
    /// <summary>The way out and home; what stands beside it has the place of the work on scene.</summary>
    private static readonly FillState[] Way = [FillState.Committed, FillState.Mobilizing, FillState.EnRoute, FillState.Staged, FillState.Assigned, FillState.ReleasePending, FillState.Demobilizing, FillState.Returned];

    /// <summary>Steps that say how a fill stands on scene: a report from before one of them says nothing of it.</summary>
    private static readonly FillStep?[] OnScene = [FillStep.CheckIn, FillStep.Assign, FillStep.Reassign, FillStep.GoOutOfService, FillStep.ComeBackInService];

    internal static RmStep Of(RmElement element, Fill fill, DateTimeOffset now, Guid message)
    {
        var (told, when) = Told(element, fill.Side);
        if (when > now || element.When("Current") > now) return RmStep.No(RmReason.TimeUnclear);
        var at = when ?? element.When("Current") ?? now;
        var eta = element.When("EstimatedArrival");
        if (Step(told, fill) is not { } step) return RmStep.No(fill.Side == FillSide.Supplier || told is null ? RmReason.NotExecuted : RmReason.OtherParty);
        // An older report says nothing of what was heard since.
        if (eta <= at || (element.When("Current") ?? now) < fill.HeardAt) eta = null;
        if (step is FillStep.GoOutOfService or FillStep.ComeBackInService && fill.Trail.Exists(t => OnScene.Contains(t.Step) && t.OccurredAt > at)) return RmStep.No(RmReason.BehindBook);
        var move = new FillMove(step, fill.Side, at, Eta: step is FillStep.Depart or FillStep.Report ? eta : null, Reason: step == FillStep.GoOutOfService ? RmStep.Why(element, FillReason.EquipmentFailure) : null) { MessageId = message };
        if (FillRules.Allows(step, fill.State)) return RmStep.Do(move);
        // Its departure is noted by the fill itself, which keeps its state.
        if (step == FillStep.Depart && fill.DepartedAt is null && FillRules.IsDeployed(fill.State)) return RmStep.Do(move);
        return RmStep.No(FillRules.IsDead(fill.State) || Place(told ?? fill.State) <= Place(fill.State) ? RmReason.BehindBook : RmReason.AheadOfBook);
    }

    /// <summary>What it tells of, and when that was: by our own list, or by the moments that it names.</summary>
    private static (FillState? Told, DateTimeOffset? At) Told(RmElement element, FillSide by)
    {
        if (element.Resource?.Status?.Deployment is { Urn: RmNames.DeploymentStatus, Value: var value } && RmStep.Named<FillState>(value) is { } state) return (state, MomentOf(element, state));
        if (element.When("ActualReturnArrival") is { } home) return (FillState.Returned, home);
        if (element.When("ActualReturnDeparture") is { } leaving) return (FillState.Demobilizing, leaving);
        if (by == FillSide.Requester && element.When("ActualArrival") is { } there) return (FillState.Staged, there);
        return element.When("ActualDeparture") is { } gone ? (FillState.EnRoute, gone) : (null, null);
    }

    private static DateTimeOffset? MomentOf(RmElement element, FillState state) => state switch
    {
        FillState.EnRoute => element.When("ActualDeparture"),
        FillState.Staged => element.When("ActualArrival"),
        FillState.Demobilizing => element.When("ActualReturnDeparture"),
        FillState.Returned => element.When("ActualReturnArrival"),
        _ => null,
    };

    private static FillStep? Step(FillState? told, Fill fill) => (fill.Side, told) switch
    {
        (FillSide.Requester, FillState.Staged) => FillStep.CheckIn,
        (FillSide.Requester, FillState.Assigned) => FillStep.Assign,
        (FillSide.Requester, _) => null,
        (_, FillState.Mobilizing) => fill.State == FillState.Mobilizing ? FillStep.Report : FillStep.Mobilize,
        (_, FillState.EnRoute) => fill.State == FillState.EnRoute ? FillStep.Report : FillStep.Depart,
        (_, FillState.OutOfService) => fill.State == FillState.OutOfService ? FillStep.Report : FillStep.GoOutOfService,
        (_, FillState.Assigned) => fill.State == FillState.OutOfService ? FillStep.ComeBackInService : FillStep.Report,
        (_, FillState.Demobilizing) => fill.State == FillState.Demobilizing ? FillStep.Report : FillStep.Demobilize,
        (_, FillState.Returned) => FillStep.Return,
        (_, null) => FillStep.Report,
        _ => fill.State == told ? FillStep.Report : null,
    };

    private static int Place(FillState state) => state < FillState.Committed ? -1 : Array.IndexOf(Way, state) is >= 0 and var place ? place : state > FillState.Returned ? Way.Length : Array.IndexOf(Way, FillState.Assigned);
}
