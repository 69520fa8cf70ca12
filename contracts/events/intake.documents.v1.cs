namespace Coordination.Contracts.Events;

/// <summary>Standard of a document that another system sends as a report.</summary>
public enum DocumentFormat
{
    /// <summary>Common Alerting Protocol 1.0 to 1.2 (OASIS).</summary>
    Cap,
    /// <summary>Emergency Incident Data Object (NENA-STA-021).</summary>
    Eido,
}

/// <summary>States of a document of another system.</summary>
public enum DocumentState
{
    /// <summary>It could not be read as a report: it waits for a person.</summary>
    Held,
    /// <summary>It is a report.</summary>
    Reported,
    /// <summary>It is kept, and by what it says of itself it is no report: a test, an acknowledgement.</summary>
    Noted,
    /// <summary>A person has read it: nothing is reported.</summary>
    Dismissed,
}

/// <summary>What a document does to those of its thread before it.</summary>
public enum DocumentAct
{
    /// <summary>It begins a thread.</summary>
    Begin,
    /// <summary>It says more, or something newer.</summary>
    Update,
    /// <summary>It takes back what was said before.</summary>
    Cancel,
    /// <summary>It acknowledges or refuses another message.</summary>
    Protocol,
}

/// <summary>Why a document became no report by itself.</summary>
public enum DocumentReason
{
    /// <summary>Its status is Test, Draft or System, or Exercise outside of an exercise, or its code or name is that of a test.</summary>
    NotActual,
    /// <summary>It acknowledges or refuses another message.</summary>
    OnlyProtocol,
    /// <summary>It is well-formed, and no alert or incident or more than one is in it.</summary>
    NotOneAlert,
    /// <summary>Its identifier, its sender, the moment when it was sent or a status that its standard knows is missing.</summary>
    Incomplete,
    /// <summary>It does not name one kind of event that the region knows.</summary>
    KindUnclear,
    /// <summary>No area of the region is named.</summary>
    PlaceUnclear,
    /// <summary>It cancels a message that has not come.</summary>
    RefersToUnknown,
    /// <summary>A newer message of its thread came before it.</summary>
    Overtaken,
    /// <summary>It had expired when it came.</summary>
    Expired,
    /// <summary>It came before under the same identifier with other words.</summary>
    SaysOtherwise,
    /// <summary>It looks for a person: that is for the tracing services, and nothing of it is kept here.</summary>
    PersonSought,
    /// <summary>A rule for reports refuses what it says.</summary>
    BreaksRule,
}

/// <summary>A document of another system could not be read as a report: it waits for a person. Subject: the document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Format">Its standard.</param>
/// <param name="Reason">Why.</param>
/// <param name="ToAgency">Agency whose people read it.</param>
/// <param name="HeldAt">Since when.</param>
[EventType("intake.document-held.v1", Label = Labels.AmberStrict)]
public sealed record DocumentHeld(Guid DocumentId, DocumentFormat Format, DocumentReason Reason, string ToAgency, DateTimeOffset HeldAt) : IEvent;

/// <summary>Nobody looked at a held document in time: the next step of the escalation chain is asked. Subject: the document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Step">From 1.</param>
/// <param name="ToRole">Role that is asked.</param>
/// <param name="EscalatedAt">When.</param>
[EventType("intake.document-escalated.v1", Label = Labels.AmberStrict)]
public sealed record DocumentEscalated(Guid DocumentId, int Step, string ToRole, DateTimeOffset EscalatedAt) : IEvent;

/// <summary>A document of another system became a report, was noted, or was dismissed by a person. Subject: the document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Format">Its standard.</param>
/// <param name="State">Reported, Noted or Dismissed.</param>
/// <param name="ReportId">The report it became, or null.</param>
/// <param name="Reason">Why it is none, or null.</param>
/// <param name="ByAgency">Agency that sent it, or whose person settled it.</param>
/// <param name="SettledAt">When.</param>
/// <param name="Act">What it does to those of its thread before it.</param>
[EventType("intake.document-settled.v1", Label = Labels.AmberStrict)]
public sealed record DocumentSettled(
    Guid DocumentId, DocumentFormat Format, DocumentState State, Guid? ReportId, DocumentReason? Reason, string ByAgency, DateTimeOffset SettledAt, DocumentAct Act) : IEvent;
