using Coordination.Command.Situation;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Reviews.Record;

/// <summary>What the record says of a response, for its review: made from rows, nobody wrote it. It names agencies and never persons.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Situation">How the incident stands at the end.</param>
/// <param name="Timeline">What happened, oldest first; the newest 500.</param>
/// <param name="Decisions">What of it somebody decided about the incident as a whole.</param>
/// <param name="Clocks">Every duty of the incident in this service, and what became of it: those that were broken first. Head counts are not listed.</param>
/// <param name="Orders">Every order, without its words.</param>
public sealed record ReviewRecord(
    Guid ReviewId, SituationReport Situation, IReadOnlyList<RecordedMoment> Timeline, IReadOnlyList<RecordedMoment> Decisions, IReadOnlyList<ReviewedClock> Clocks,
    IReadOnlyList<ReviewedOrder> Orders);

/// <summary>A duty and what became of it.</summary>
/// <param name="Key">Which clock.</param>
/// <param name="State">State.</param>
/// <param name="StartedAt">When it began to run.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="MetAt">When it was done, or null.</param>
public sealed record ReviewedClock(string Key, ClockState State, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? MetAt);

/// <summary>An order as it went.</summary>
/// <param name="Kind">What was ordered.</param>
/// <param name="ToAgency">To whom.</param>
/// <param name="State">State at the end.</param>
/// <param name="IssuedAt">When it went out, or null.</param>
/// <param name="AcknowledgedAt">When it was acknowledged, or null.</param>
/// <param name="CompletedAt">When it was done, or null.</param>
public sealed record ReviewedOrder(OrderKind Kind, string ToAgency, OrderState State, DateTimeOffset? IssuedAt, DateTimeOffset? AcknowledgedAt, DateTimeOffset? CompletedAt);
