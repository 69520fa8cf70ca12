namespace Coordination.Contracts.Events;

/// <summary>Warning colours (突发事件应对法 Art. 63), least first.</summary>
public enum WarningLevel
{
    /// <summary>四级 蓝.</summary>
    Blue,
    /// <summary>三级 黄.</summary>
    Yellow,
    /// <summary>二级 橙.</summary>
    Orange,
    /// <summary>一级 红.</summary>
    Red,
}

/// <summary>States of a warning (domain.md C2).</summary>
public enum WarningState
{
    /// <summary>Proposed.</summary>
    Proposed,
    /// <summary>Approved by an authorised body.</summary>
    Approved,
    /// <summary>In force.</summary>
    InForce,
    /// <summary>A new level is set; it is about to be in force again.</summary>
    Adjusted,
    /// <summary>Lifted.</summary>
    Lifted,
    /// <summary>Rejected.</summary>
    Rejected,
    /// <summary>Ran out, after an explicit review.</summary>
    Expired,
}

/// <summary>Levels of response (Art. 71), least first.</summary>
public enum ResponseGrade
{
    /// <summary>Level IV.</summary>
    IV,
    /// <summary>Level III.</summary>
    III,
    /// <summary>Level II.</summary>
    II,
    /// <summary>Level I.</summary>
    I,
}

/// <summary>States of a response level (domain.md C2).</summary>
public enum ResponseLevelState
{
    /// <summary>Proposed.</summary>
    Proposed,
    /// <summary>Approved.</summary>
    Approved,
    /// <summary>In force.</summary>
    InForce,
    /// <summary>A higher level is proposed.</summary>
    RaiseProposed,
    /// <summary>A lower level is proposed.</summary>
    LowerProposed,
    /// <summary>Its end is proposed.</summary>
    EndProposed,
    /// <summary>Ended.</summary>
    Ended,
    /// <summary>Not agreed to; it was never in force.</summary>
    Rejected,
}

/// <summary>A warning was proposed, or what its indicator proposes has another level. Subject: the warning, as for all warning events.</summary>
[EventType("command.warning-proposed.v1", Label = Labels.Green)]
public sealed record WarningProposed(Guid WarningId, Guid? IncidentId, Guid? IndicatorId, EventKind Kind, string? EventCode, WarningLevel Level, string Jurisdiction, DateTimeOffset At) : IEvent;

/// <summary>The content of a proposed warning was written.</summary>
[EventType("command.warning-amended.v1", Label = Labels.Green)]
public sealed record WarningAmended(Guid WarningId, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>An authorised body approved it.</summary>
[EventType("command.warning-approved.v1", Label = Labels.Green)]
public sealed record WarningApproved(Guid WarningId, WarningLevel Level, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>It was rejected; with a reason, it is read at the warning.</summary>
[EventType("command.warning-rejected.v1", Label = Labels.Green)]
public sealed record WarningRejected(Guid WarningId, string ByAgency, DateTimeOffset At, bool HasReason = false) : IEvent;

/// <summary>It is in force.</summary>
[EventType("command.warning-in-force.v1", Label = Labels.Green)]
public sealed record WarningInForce(
    Guid WarningId, Guid? IncidentId, IncidentCategory Category, EventKind Kind, string? EventCode, WarningLevel Level, string Jurisdiction, IReadOnlyList<string> Areas,
    string IssuerAgency, DateTimeOffset StartsAt, DateTimeOffset ExpiresAt) : IEvent;

/// <summary>Its level was changed.</summary>
[EventType("command.warning-adjusted.v1", Label = Labels.Green)]
public sealed record WarningAdjusted(Guid WarningId, WarningLevel From, WarningLevel To, DateTimeOffset At) : IEvent;

/// <summary>It was lifted.</summary>
[EventType("command.warning-lifted.v1", Label = Labels.Green)]
public sealed record WarningLifted(Guid WarningId, DateTimeOffset At) : IEvent;

/// <summary>It ran out, after review.</summary>
[EventType("command.warning-expired.v1", Label = Labels.Green)]
public sealed record WarningExpired(Guid WarningId, DateTimeOffset At) : IEvent;

/// <summary>A recipient was called (叫应).</summary>
[EventType("command.warning-called.v1", Label = Labels.Green)]
public sealed record WarningCalled(Guid WarningId, Guid CallId, string Recipient, DateTimeOffset At) : IEvent;

/// <summary>A recipient answered.</summary>
[EventType("command.warning-answered.v1", Label = Labels.Green)]
public sealed record WarningAnswered(Guid WarningId, Guid CallId, string Recipient, DateTimeOffset At) : IEvent;

/// <summary>A recipient did not answer in time, or its superior did not take the call over in time: the call goes to the next above. Null when there is nobody.</summary>
[EventType("command.warning-call-escalated.v1", Label = Labels.Green)]
public sealed record WarningCallEscalated(Guid WarningId, Guid CallId, string Recipient, DateTimeOffset At, string? ToAgency = null) : IEvent;

/// <summary>A superior takes care of a recipient that did not answer.</summary>
[EventType("command.warning-call-taken-over.v1", Label = Labels.Green)]
public sealed record WarningCallTakenOver(Guid WarningId, Guid CallId, string Recipient, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A neighbouring jurisdiction was told (Art. 64).</summary>
[EventType("command.neighbour-notified.v1", Label = Labels.Green)]
public sealed record NeighbourNotified(Guid WarningId, string Jurisdiction, DateTimeOffset At) : IEvent;

/// <summary>A response level was proposed. Subject: the incident, as for all below.</summary>
[EventType("command.response-level-proposed.v1")]
public sealed record ResponseLevelProposed(Guid IncidentId, Guid ResponseLevelId, ResponseGrade Level, DateTimeOffset At) : IEvent;

/// <summary>It was approved.</summary>
[EventType("command.response-level-approved.v1")]
public sealed record ResponseLevelApproved(Guid IncidentId, Guid ResponseLevelId, ResponseGrade Level, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>The authorised body did not agree to it.</summary>
[EventType("command.response-level-rejected.v1")]
public sealed record ResponseLevelRejected(Guid IncidentId, Guid ResponseLevelId, ResponseGrade Level, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>It is in force.</summary>
[EventType("command.response-level-in-force.v1", Label = Labels.Green)]
public sealed record ResponseLevelInForce(
    Guid IncidentId, Guid ResponseLevelId, ResponseGrade Level, string Jurisdiction, string ByAgency, bool SelfActivated, DateTimeOffset ExpectedEnd, DateTimeOffset At) : IEvent;

/// <summary>A higher or lower level, or the end, was proposed.</summary>
[EventType("command.response-level-change-proposed.v1", Label = Labels.Green)]
public sealed record ResponseLevelChangeProposed(Guid IncidentId, Guid ResponseLevelId, ResponseLevelState Change, ResponseGrade? To, DateTimeOffset At) : IEvent;

/// <summary>A self-activated level was confirmed.</summary>
[EventType("command.response-level-confirmed.v1", Label = Labels.Green)]
public sealed record ResponseLevelConfirmed(Guid IncidentId, Guid ResponseLevelId, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>Its expected end was moved.</summary>
[EventType("command.response-level-extended.v1", Label = Labels.Green)]
public sealed record ResponseLevelExtended(Guid IncidentId, Guid ResponseLevelId, DateTimeOffset ExpectedEnd) : IEvent;

/// <summary>The authorised body did not agree to its end: it stays in force.</summary>
[EventType("command.response-level-end-refused.v1", Label = Labels.Green)]
public sealed record ResponseLevelEndRefused(Guid IncidentId, Guid ResponseLevelId, ResponseGrade Level, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>It ended.</summary>
[EventType("command.response-level-ended.v1", Label = Labels.Green)]
public sealed record ResponseLevelEnded(Guid IncidentId, Guid ResponseLevelId, DateTimeOffset At) : IEvent;
