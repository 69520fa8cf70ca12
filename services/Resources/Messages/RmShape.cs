using Coordination.Contracts.Events;

namespace Coordination.Resources.Messages;

/// <summary>What one of the sixteen messages must and may hold (its schema of 1 November 2008, and the comments in it).</summary>
/// <param name="Kind">Which.</param>
/// <param name="Times">Types of schedule that its schema knows.</param>
internal sealed record RmShape(RmMessage Kind, RmTimes Times)
{
    private const RmTimes Home = RmTimes.RequestedReturnDeparture | RmTimes.RequestedReturnArrival;
    private const RmTimes Asked = RmTimes.RequestedArrival | RmTimes.RequestedDeparture | RmTimes.EstimatedReturnDeparture | RmTimes.EstimatedReturnArrival | RmTimes.ReportTo | RmTimes.Route;
    private const RmTimes Available = RmTimes.BeginAvailable | RmTimes.EndAvailable;
    private const RmTimes Coming = RmTimes.EstimatedArrival | RmTimes.EstimatedDeparture;
    private const RmTimes Way = RmTimes.RequestedArrival | Coming | RmTimes.ActualArrival | RmTimes.RequestedDeparture | RmTimes.ActualDeparture;
    private const RmTimes Back = RmTimes.EstimatedReturnDeparture | RmTimes.EstimatedReturnArrival;
    private const RmTimes All = (RmTimes)((1 << 18) - 1);

    private static readonly Dictionary<RmMessage, RmShape> ByKind = ((RmShape[])
    [
        new(RmMessage.RequestResource, Asked) { IsFirst = true, NeedsResource = true, HasPrice = false, HasStatus = false },
        new(RmMessage.ResponseToRequestResource, Coming | Home | Available | RmTimes.RequestedArrival | RmTimes.RequestedDeparture | RmTimes.EstimatedReturnDeparture | RmTimes.ReportTo | RmTimes.Route) { IsAnswer = true },
        new(RmMessage.RequisitionResource, Asked | Coming) { NeedsResource = true, NeedsFunding = true, NeedsAssignment = true, NeedsQuantity = true, HasStatus = false },
        new(RmMessage.CommitResource, Asked | Coming | Home | Available | RmTimes.ActualDeparture | RmTimes.Committed | RmTimes.Current) { IsAnswer = true, NeedsQuantity = true, HasOrder = true, HasAvailability = false },
        new(RmMessage.RequestInformation, All) { NeedsDescription = true, MayBeEmpty = true, HasOrder = true },
        new(RmMessage.ResponseToRequestInformation, All) { NeedsPreceding = true, MayAnswer = true, MayBeEmpty = true, HasOrder = true },
        new(RmMessage.OfferUnsolicitedResource, Coming | Home | Available | RmTimes.Route) { IsFirst = true, NeedsResource = true, HasFunding = false },
        new(RmMessage.ReleaseResource, All & ~RmTimes.ActualReturnArrival) { NeedsResource = true, NeedsQuantity = true, MayAnswer = true, HasOrder = true },
        new(RmMessage.RequestReturn, Way | Home | Available | RmTimes.Committed | RmTimes.ReportTo | RmTimes.Route) { NeedsResource = true, HasOrder = true },
        new(RmMessage.ResponseToRequestReturn, All & ~RmTimes.ActualReturnArrival) { IsAnswer = true, NeedsStatus = true, HasOrder = true },
        new(RmMessage.RequestQuote, Asked) { NeedsResource = true, MayAnswer = true, HasPrice = false, HasStatus = false },
        new(RmMessage.ResponseToRequestQuote, Asked | Coming | Home | Available) { IsAnswer = true, NeedsPrice = true },
        new(RmMessage.RequestResourceDeploymentStatus, All & ~RmTimes.Current) { NeedsResource = true, HasOrder = true, HasStatus = false },
        new(RmMessage.ReportResourceDeploymentStatus, All) { MayAnswer = true, HasOrder = true },
        new(RmMessage.RequestExtendedDeploymentDuration, Way | Home | Back | RmTimes.Committed | RmTimes.ReportTo | RmTimes.Route) { NeedsResource = true, HasOrder = true },
        new(RmMessage.ResponseToRequestExtendedDeploymentDuration, Way | Home | Back | RmTimes.EndAvailable | RmTimes.Committed | RmTimes.ReportTo | RmTimes.Route) { IsAnswer = true, HasOrder = true },
    ]).ToDictionary(s => s.Kind);

    /// <summary>It begins a thread: it follows nothing.</summary>
    internal bool IsFirst { get; private init; }
    /// <summary>Each of its elements says to what and how, and it names the message that it answers.</summary>
    internal bool IsAnswer { get; private init; }
    internal bool MayAnswer { get => field || IsAnswer; private init; }
    internal bool NeedsPreceding { get => field || IsAnswer; private init; }
    internal bool NeedsDescription { get; private init; }
    internal bool NeedsFunding { get; private init; }
    internal bool HasFunding { get; private init; } = true;
    internal bool NeedsResource { get; private init; }
    internal bool NeedsAssignment { get; private init; }
    /// <summary>Where something is assigned, how many.</summary>
    internal bool NeedsQuantity { get; private init; }
    internal bool NeedsPrice { get; private init; }
    internal bool HasPrice { get; private init; } = true;
    internal bool HasOrder { get; private init; }
    internal bool HasStatus { get; private init; } = true;
    internal bool NeedsStatus { get; private init; }
    internal bool HasAvailability { get; private init; } = true;
    /// <summary>It need not be about a resource.</summary>
    internal bool MayBeEmpty { get; private init; }

    internal static RmShape Of(RmMessage kind) => ByKind[kind];

    internal static RmMessage? KindOf(string type) => Enum.TryParse<RmMessage>(type, out var kind) && Enum.IsDefined(kind) && kind.ToString() == type ? kind : null;

    internal bool Knows(string schedule) => Enum.TryParse<RmTimes>(schedule, out var time) && time.ToString() == schedule && Times.HasFlag(time);
}

/// <summary>The eighteen types of schedule.</summary>
[Flags]
internal enum RmTimes
{
    None = 0,
    RequestedArrival = 1 << 0, EstimatedArrival = 1 << 1, ActualArrival = 1 << 2, RequestedDeparture = 1 << 3, EstimatedDeparture = 1 << 4, ActualDeparture = 1 << 5,
    RequestedReturnDeparture = 1 << 6, EstimatedReturnDeparture = 1 << 7, ActualReturnDeparture = 1 << 8, RequestedReturnArrival = 1 << 9, EstimatedReturnArrival = 1 << 10,
    ActualReturnArrival = 1 << 11, BeginAvailable = 1 << 12, EndAvailable = 1 << 13, Committed = 1 << 14, Current = 1 << 15, ReportTo = 1 << 16, Route = 1 << 17,
}
