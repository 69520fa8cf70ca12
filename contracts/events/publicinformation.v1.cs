namespace Coordination.Contracts.Events;

/// <summary>States of a statement (domain.md C4).</summary>
public enum StatementState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>Each fact links to its source.</summary>
    FactChecked,
    /// <summary>Waits for another person.</summary>
    PendingApproval,
    /// <summary>Approved by another person.</summary>
    Approved,
    /// <summary>Public.</summary>
    Published,
    /// <summary>Replaced by a newer one.</summary>
    Updated,
    /// <summary>Replaced by one that corrects it; the old text stays visible.</summary>
    Corrected,
    /// <summary>Taken back with a public notice.</summary>
    Retracted,
}

/// <summary>States of an alert (domain.md C4).</summary>
public enum AlertState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>Approved by another person.</summary>
    Approved,
    /// <summary>Sent to its channels.</summary>
    Issued,
    /// <summary>Replaced by an update.</summary>
    Updated,
    /// <summary>Cancelled.</summary>
    Cancelled,
    /// <summary>Ran out.</summary>
    Expired,
}

/// <summary>States of an alert on one channel.</summary>
public enum ReceiptState
{
    /// <summary>Waits for the channel.</summary>
    Queued,
    /// <summary>The channel took it.</summary>
    Sent,
    /// <summary>The channel delivered it.</summary>
    Delivered,
    /// <summary>The channel failed.</summary>
    Failed,
    /// <summary>Given to the channel again.</summary>
    Retried,
}

/// <summary>States of a clarification (domain.md C4).</summary>
public enum ClarificationState
{
    /// <summary>Logged in the officer's own words.</summary>
    ClaimLogged,
    /// <summary>Facts are being looked for.</summary>
    Checking,
    /// <summary>It is so.</summary>
    Confirmed,
    /// <summary>Part of it is so.</summary>
    PartlyConfirmed,
    /// <summary>It is not so.</summary>
    Refuted,
    /// <summary>It could not be found out.</summary>
    Unresolved,
    /// <summary>The answer is public.</summary>
    Published,
    /// <summary>Done.</summary>
    Closed,
}

/// <summary>CAP 1.2 msgType.</summary>
public enum AlertMessageType
{
    /// <summary>A new alert.</summary>
    Alert,
    /// <summary>Replaces one.</summary>
    Update,
    /// <summary>Cancels one.</summary>
    Cancel,
}

/// <summary>CAP 1.2 severity.</summary>
public enum AlertSeverity
{
    /// <summary>Extraordinary threat.</summary>
    Extreme,
    /// <summary>Significant threat.</summary>
    Severe,
    /// <summary>Possible threat.</summary>
    Moderate,
    /// <summary>Minimal threat.</summary>
    Minor,
    /// <summary>Unknown.</summary>
    Unknown,
}

/// <summary>A statement is public. Subject: the incident, or the statement where there is none.</summary>
[EventType("public-information.statement-published.v1", Label = Labels.Clear)]
public sealed record StatementPublished(Guid StatementId, Guid? IncidentId, Guid? Supersedes, bool IsCorrection, int Facts, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A statement changed state before or after publication.</summary>
[EventType("public-information.statement-changed.v1", Alone = Labels.AmberStrict)]
public sealed record StatementChanged(Guid StatementId, Guid? IncidentId, StatementState State, DateTimeOffset At) : IEvent;

/// <summary>A published or approved statement got an approved translation, or plain words.</summary>
[EventType("public-information.statement-translated.v1", Label = Labels.Clear)]
public sealed record StatementTranslated(Guid StatementId, Guid? IncidentId, string Language, bool Plain, DateTimeOffset At) : IEvent;

/// <summary>An alert was approved.</summary>
[EventType("public-information.alert-approved.v1", Alone = Labels.Green)]
public sealed record AlertApproved(Guid AlertId, Guid? IncidentId, DateTimeOffset At) : IEvent;

/// <summary>An alert was issued to its channels. Identifier and sender as CAP has them.</summary>
[EventType("public-information.alert-issued.v1", Label = Labels.Clear)]
public sealed record AlertIssued(
    Guid AlertId, Guid? IncidentId, string Identifier, string Sender, AlertMessageType MessageType, AlertSeverity Severity, EventKind Kind, string? EventCode, Guid? References,
    IReadOnlyList<string> Channels, IReadOnlyList<string> Areas, DateTimeOffset Sent, DateTimeOffset Expires) : IEvent;

/// <summary>An alert was replaced or cancelled by another one, or ran out by itself.</summary>
[EventType("public-information.alert-ended.v1", Label = Labels.Clear)]
public sealed record AlertEnded(Guid AlertId, Guid? IncidentId, AlertState State, Guid? By, DateTimeOffset At) : IEvent;

/// <summary>A channel reported on an alert: in which attempt, and when it happened there.</summary>
[EventType("public-information.alert-receipt-changed.v1", Label = Labels.Green)]
public sealed record AlertReceiptChanged(Guid AlertId, Guid? IncidentId, string Channel, ReceiptState State, int Attempts, DateTimeOffset At) : IEvent;

/// <summary>A clarification changed state. Who claimed it is not known here, and never was.</summary>
[EventType("public-information.clarification-changed.v1", Alone = Labels.AmberStrict)]
public sealed record ClarificationChanged(Guid ClarificationId, Guid? IncidentId, ClarificationState State, ClarificationState? Outcome, int Facts, DateTimeOffset At) : IEvent;

/// <summary>A press conference was held.</summary>
[EventType("public-information.press-conference-held.v1")]
public sealed record PressConferenceHeld(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>An agency may speak for an incident, or no longer.</summary>
[EventType("public-information.spokesperson-set.v1")]
public sealed record SpokespersonSet(Guid IncidentId, string Agency, bool May, DateTimeOffset At) : IEvent;
