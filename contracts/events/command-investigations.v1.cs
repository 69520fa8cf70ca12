namespace Coordination.Contracts.Events;

/// <summary>The lawful reasons to move a thing at the scene of an accident (条例493 Art. 16).</summary>
public enum SceneReason
{
    /// <summary>To rescue people.</summary>
    Rescue,
    /// <summary>To keep traffic open.</summary>
    Traffic,
    /// <summary>To keep the accident from growing.</summary>
    Containment,
}

/// <summary>In what part somebody recorded the scene; never who it was.</summary>
public enum SceneRecorder
{
    /// <summary>Police.</summary>
    Police,
    /// <summary>Fire and rescue.</summary>
    FireAndRescue,
    /// <summary>Who keeps the road, line, waterway or airfield.</summary>
    Traffic,
    /// <summary>The unit where the accident happened.</summary>
    Unit,
    /// <summary>The regulator of the trade.</summary>
    Regulator,
    /// <summary>Who investigates.</summary>
    Investigator,
}

/// <summary>States of an investigation (条例493 Art. 19 to 34).</summary>
public enum InvestigationState
{
    /// <summary>The accident is investigated.</summary>
    Investigating,
    /// <summary>A technical appraisal is made; its time does not count.</summary>
    Appraising,
    /// <summary>The report lies before the authority.</summary>
    Submitted,
    /// <summary>The authority has replied to the report.</summary>
    Replied,
    /// <summary>What came of it is published.</summary>
    Published,
    /// <summary>A higher body investigates, since the accident turned out graver.</summary>
    Superseded,
    /// <summary>Ended before a report, for a reason.</summary>
    Discontinued,
}

/// <summary>States of a measure that a reply asks for.</summary>
public enum InvestigationMeasureState
{
    /// <summary>An agency is to do it.</summary>
    Open,
    /// <summary>Its agency says that it is done.</summary>
    Done,
}

/// <summary>What was moved at the scene of an accident was marked, sketched and recorded; an entry that corrects another stands in its place. Subject: the incident, as for all below.</summary>
[EventType("command.scene-recorded.v1")]
public sealed record SceneRecorded(
    Guid IncidentId, Guid EntryId, SceneReason Reason, SceneRecorder Recorder, bool HasPhoto, string ByAgency, DateTimeOffset MovedAt, DateTimeOffset At, Guid? Corrects = null) : IEvent;

/// <summary>An investigation of an accident began, moved on, or got more time or another agency. <c>agencies</c> are the team. It is of the accident, never of a person.</summary>
[EventType("command.investigation-changed.v1")]
public sealed record InvestigationChanged(
    Guid InvestigationId, Guid IncidentId, int Number, InvestigationState State, string AuthorityAgency, IReadOnlyList<string> Agencies, string ByAgency, DateTimeOffset At,
    IncidentGrade? Grade = null, int? ReportExtendedByDays = null, int? ReplyExtendedByDays = null) : IEvent;

/// <summary>A measure of the reply was given to an agency, was done, or is open again.</summary>
[EventType("command.investigation-measure-changed.v1")]
public sealed record InvestigationMeasureChanged(
    Guid InvestigationMeasureId, Guid InvestigationId, Guid IncidentId, InvestigationMeasureState State, string Agency, string AuthorityAgency, DateTimeOffset DueAt, string ByAgency, DateTimeOffset At) : IEvent;
