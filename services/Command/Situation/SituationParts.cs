using Coordination.Command.Transfers;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>What happened, how grave it is, who commands, and what was warned of.</summary>
public sealed record SituationInformation(
    IncidentState State, IncidentCategory Category, EventKind Kind, string? EventCode, IncidentGrade? Grade, IncidentGrade? GradeProposed, string OwnerAgency,
    IReadOnlyList<string> Participants, CommandTenure? Command, IReadOnlyList<LevelInForce> ResponseLevels, DateTimeOffset OccurredAt, DateTimeOffset KnownAt,
    DateTimeOffset? ConfirmedAt, DateTimeOffset? ResponseEndedAt, IReadOnlyList<WarningLine> Warnings, IReadOnlyList<AlertLine> Alerts);

/// <summary>A response level in force.</summary>
public sealed record LevelInForce(string Jurisdiction, ResponseGrade Level, DateTimeOffset ExpectedEnd);

/// <summary>A warning in force, and how many of those who were called have answered.</summary>
public sealed record WarningLine(EventKind Kind, WarningLevel Level, WarningState State, IReadOnlyList<string> Areas, DateTimeOffset ExpiresAt, int Called, int Answered);

/// <summary>An alert to the public in force.</summary>
public sealed record AlertLine(EventKind Kind, AlertSeverity Severity, IReadOnlyList<string> Areas, DateTimeOffset Expires);

/// <summary>Resources of one type.</summary>
/// <param name="TypeCode">Resource type.</param>
/// <param name="UnitOfMeasure">What is counted.</param>
/// <param name="Requested">How many are needed.</param>
/// <param name="Committed">How many of them are committed, or further.</param>
/// <param name="EnRoute">How many are on the way.</param>
public sealed record ResourceTotal(string TypeCode, string UnitOfMeasure, int Requested, int Committed, int EnRoute);

/// <summary>Orders, clocks and decisions.</summary>
/// <param name="OrdersOpen">Orders that are being carried out or wait for an answer.</param>
/// <param name="OrdersOverdue">How many of them have a clock that ran out.</param>
/// <param name="OrdersDone">Orders that were completed.</param>
/// <param name="Orders">The open ones, overdue first; the first fifteen.</param>
/// <param name="ChecklistUnplaced">Items of plans that could not be ordered.</param>
/// <param name="Clocks">Duties of the incident by what became of them.</param>
/// <param name="NextDue">The duties that run out next.</param>
/// <param name="LastDecisions">Newest first.</param>
public sealed record ManagementSummary(
    int OrdersOpen, int OrdersOverdue, int OrdersDone, IReadOnlyList<OrderLine> Orders, int ChecklistUnplaced, ClockTotals Clocks, IReadOnlyList<ClockLine> NextDue,
    IReadOnlyList<RecordedMoment> LastDecisions);

/// <summary>An order, without its words.</summary>
public sealed record OrderLine(Guid Id, OrderKind Kind, string ToAgency, OrderState State, OrderEscalation Escalation, DateTimeOffset? DueAt, bool IsOverdue);

/// <summary>How many duties run, were met, were met late, and were broken and are still owed.</summary>
public sealed record ClockTotals(int Running, int Met, int MetLate, int Breached);

/// <summary>A duty that runs.</summary>
public sealed record ClockLine(string Key, DateTimeOffset DueAt);
