namespace Coordination.Contracts.Events;

/// <summary>States of an operational period.</summary>
public enum OperationalPeriodState
{
    /// <summary>Its time is set; no plan of it is approved.</summary>
    Planned,
    /// <summary>A plan of it is approved; it has not begun.</summary>
    Approved,
    /// <summary>It is the period now: at most one of an incident.</summary>
    Current,
    /// <summary>The next began, or it was ended.</summary>
    Ended,
    /// <summary>It never began.</summary>
    Cancelled,
}

/// <summary>States of a version of a period's incident action plan.</summary>
public enum ActionPlanState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>It is the plan.</summary>
    Approved,
    /// <summary>A later version is the plan.</summary>
    Superseded,
    /// <summary>Given up before it was approved.</summary>
    Withdrawn,
}

/// <summary>What an objective serves, most urgent first.</summary>
public enum ObjectivePriority
{
    /// <summary>Lives.</summary>
    LifeSafety,
    /// <summary>That the incident grows no further.</summary>
    IncidentStabilisation,
    /// <summary>Things and the environment.</summary>
    PropertyAndEnvironment,
}

/// <summary>States of an objective.</summary>
public enum ObjectiveState
{
    /// <summary>Pursued, from one period into the next.</summary>
    Open,
    /// <summary>Reached.</summary>
    Met,
    /// <summary>No longer pursued, for a reason.</summary>
    Dropped,
}

/// <summary>An operational period of an incident was planned, approved, begun, ended or cancelled. Subject: the incident, as for all below.</summary>
[EventType("command.operational-period-changed.v1")]
public sealed record OperationalPeriodChanged(
    Guid OperationalPeriodId, Guid IncidentId, int Number, OperationalPeriodState State, DateTimeOffset From, DateTimeOffset To, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A version of an incident action plan was drafted, approved, superseded or withdrawn.</summary>
[EventType("command.action-plan-changed.v1")]
public sealed record ActionPlanChanged(
    Guid ActionPlanId, Guid OperationalPeriodId, Guid IncidentId, int Number, ActionPlanState State, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>An objective of an incident was set, met or dropped.</summary>
[EventType("command.objective-changed.v1")]
public sealed record ObjectiveChanged(
    Guid ObjectiveId, Guid IncidentId, int Number, ObjectivePriority Priority, ObjectiveState State, string ByAgency, DateTimeOffset At) : IEvent;
