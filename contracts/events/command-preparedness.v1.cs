namespace Coordination.Contracts.Events;

/// <summary>Kinds of meetings between agencies (domain.md A1).</summary>
public enum MeetingKind
{
    /// <summary>The regular joint meeting (联席会议).</summary>
    JointMeeting,
    /// <summary>A consultation on a situation (会商、研判).</summary>
    Consultation,
}

/// <summary>States of a meeting.</summary>
public enum MeetingState
{
    /// <summary>Agencies are invited.</summary>
    Called,
    /// <summary>It took place.</summary>
    Held,
    /// <summary>Its conclusions are written down.</summary>
    Minuted,
    /// <summary>What was agreed is done.</summary>
    Closed,
    /// <summary>It does not take place, for a reason.</summary>
    Cancelled,
}

/// <summary>States of what a meeting agreed.</summary>
public enum MeetingActionState
{
    /// <summary>An agency is to do it.</summary>
    Open,
    /// <summary>Its agency says that it is done.</summary>
    Done,
    /// <summary>Another agency saw that it is done.</summary>
    Verified,
    /// <summary>It is no longer to be done, for a reason.</summary>
    Dropped,
}

/// <summary>Duties that come again and again.</summary>
public enum StandingDutyKind
{
    /// <summary>A joint meeting of the jurisdiction, every month.</summary>
    MonthlyMeeting,
    /// <summary>A training of the agency, every quarter.</summary>
    QuarterlyTraining,
}

/// <summary>States of a standing duty.</summary>
public enum StandingDutyState
{
    /// <summary>It is owed.</summary>
    Running,
    /// <summary>It is no longer owed.</summary>
    Ended,
}

/// <summary>Who is trained.</summary>
public enum TrainingKind
{
    /// <summary>Leaders.</summary>
    Leaders,
    /// <summary>Staff.</summary>
    Staff,
    /// <summary>Front-line teams.</summary>
    FrontLineTeams,
    /// <summary>Peers of other agencies, who exchange what they know.</summary>
    PeerExchange,
}

/// <summary>A meeting was called or moved on. Subject: the meeting.</summary>
[EventType("command.meeting-changed.v1", Label = Labels.AmberStrict)]
public sealed record MeetingChanged(
    Guid MeetingId, Guid? IncidentId, string Jurisdiction, MeetingKind Kind, MeetingState State, string CallerAgency, IReadOnlyList<string> Agencies, DateTimeOffset StartsAt,
    DateTimeOffset At) : IEvent;

/// <summary>What a meeting agreed was given to an agency or moved on. Subject: the meeting.</summary>
[EventType("command.meeting-action-changed.v1", Label = Labels.AmberStrict)]
public sealed record MeetingActionChanged(
    Guid MeetingActionId, Guid MeetingId, MeetingActionState State, string Agency, string CallerAgency, DateTimeOffset DueAt, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A duty that comes again and again began or ended. Subject: the duty.</summary>
[EventType("command.standing-duty-changed.v1", Label = Labels.Green)]
public sealed record StandingDutyChanged(
    Guid StandingDutyId, StandingDutyKind Kind, StandingDutyState State, string Agency, string Jurisdiction, DateTimeOffset At) : IEvent;

/// <summary>An agency held a training: how many took part, never who. Subject: the training.</summary>
[EventType("command.training-recorded.v1", Label = Labels.Green)]
public sealed record TrainingRecorded(
    Guid TrainingId, TrainingKind Kind, string Agency, int Participants, int PlanVersions, DateTimeOffset HeldAt, DateTimeOffset At) : IEvent;
