namespace Coordination.Contracts.Events;

/// <summary>States of the head counts of an incident.</summary>
public enum HeadCountState
{
    /// <summary>A round begins at each interval.</summary>
    Running,
    /// <summary>No further round begins.</summary>
    Stopped,
}

/// <summary>States of one round of head counts.</summary>
public enum HeadCountRoundState
{
    /// <summary>Teams are asked.</summary>
    Open,
    /// <summary>Every team answered, and everybody was counted.</summary>
    Complete,
    /// <summary>Every team answered, and fewer were counted than are expected.</summary>
    Short,
    /// <summary>A team has not answered in time.</summary>
    Overdue,
    /// <summary>The next round began, or the head counts were stopped.</summary>
    Closed,
}

/// <summary>Why fewer of a team were counted than are expected: of the team, never of a person.</summary>
public enum HeadCountReason
{
    /// <summary>Part of the team does not answer.</summary>
    OutOfContact,
    /// <summary>Part of the team has not come back.</summary>
    NotReturned,
    /// <summary>Part of the team is on its way elsewhere.</summary>
    InTransit,
    /// <summary>Part of the team was handed over to medical care.</summary>
    InMedicalCare,
    /// <summary>The strength that is expected is being checked.</summary>
    StrengthInDoubt,
}

/// <summary>Head counts of an incident were started or stopped. Subject: the incident, as for all below.</summary>
[EventType("command.head-count-changed.v1")]
public sealed record HeadCountChanged(Guid HeadCountId, Guid IncidentId, HeadCountState State, int EveryMinutes, int Teams, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A round of head counts began, was answered, became overdue or was closed: sums over its teams.</summary>
[EventType("command.head-count-round-changed.v1")]
public sealed record HeadCountRoundChanged(
    Guid HeadCountRoundId, Guid HeadCountId, Guid IncidentId, int Number, HeadCountRoundState State, int Teams, int Answered, int Expected, int Counted, DateTimeOffset DueAt,
    DateTimeOffset At) : IEvent;

/// <summary>A team on scene did not answer in time, or fewer of it were counted than are expected: for the commander and the team's agency. The addressee is the code of the team; without a number, it is silent. Why is not said: it is read in the round.</summary>
[EventType("command.head-count-missed.v1")]
public sealed record HeadCountMissed(
    Guid HeadCountRoundId, Guid IncidentId, string Agency, string Addressee, string CommanderAgency, DateTimeOffset At, int? Missing = null) : IEvent;
