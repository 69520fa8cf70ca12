namespace Coordination.Contracts.Events;

/// <summary>What a notice between agencies asks of those who get it.</summary>
public enum NoticePurpose
{
    /// <summary>To know of it.</summary>
    Information,
    /// <summary>To do something about it.</summary>
    Action,
}

/// <summary>States of a notice between agencies.</summary>
public enum NoticeState
{
    /// <summary>It went out.</summary>
    Issued,
    /// <summary>Its newest text replaces one that was wrong.</summary>
    Corrected,
    /// <summary>It was taken back.</summary>
    Withdrawn,
}

/// <summary>Neighbours, departments or the level above were told of an incident (通报). Subject: the incident, as for all events of notices.</summary>
[EventType("command.notice-issued.v1")]
public sealed record NoticeIssued(Guid NoticeId, Guid IncidentId, NoticePurpose Purpose, string FromAgency, IReadOnlyList<string> Agencies, DateTimeOffset At) : IEvent;

/// <summary>A notice has another text: each of its recipients is to receive that too.</summary>
[EventType("command.notice-corrected.v1")]
public sealed record NoticeCorrected(
    Guid NoticeId, Guid IncidentId, NoticePurpose Purpose, int Revision, string ByAgency, IReadOnlyList<string> Agencies, DateTimeOffset At) : IEvent;

/// <summary>A notice was taken back: each of its recipients is to receive that too.</summary>
[EventType("command.notice-withdrawn.v1")]
public sealed record NoticeWithdrawn(Guid NoticeId, Guid IncidentId, int Revision, string ByAgency, IReadOnlyList<string> Agencies, DateTimeOffset At) : IEvent;

/// <summary>A recipient acknowledged a revision of a notice.</summary>
[EventType("command.notice-received.v1")]
public sealed record NoticeReceived(Guid NoticeId, Guid IncidentId, Guid ReceiptId, string Recipient, int Revision, DateTimeOffset At) : IEvent;

/// <summary>A recipient did not acknowledge a notice in time, or its superior did not take it over in time: the next above is told. Null when there is nobody.</summary>
[EventType("command.notice-unanswered.v1")]
public sealed record NoticeUnanswered(Guid NoticeId, Guid IncidentId, Guid ReceiptId, string Recipient, DateTimeOffset At, string? ToAgency = null) : IEvent;

/// <summary>A superior takes care of a recipient that did not acknowledge a notice.</summary>
[EventType("command.notice-taken-over.v1")]
public sealed record NoticeTakenOver(Guid NoticeId, Guid IncidentId, Guid ReceiptId, string Recipient, string ByAgency, DateTimeOffset At) : IEvent;
