namespace Coordination.Contracts.Events;

/// <summary>
/// Command of an incident began or passed on at an exact instant: who commanded until then no longer does, who is named does from then on.
/// Subject: the incident.
/// </summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Sequence">Number of the tenure, from 1 without gaps.</param>
/// <param name="Form">One commander or a unified command.</param>
/// <param name="Lead">Agency that commands, or leads the unified command.</param>
/// <param name="Agencies">Every agency in command, the lead among them.</param>
/// <param name="TransferId">The transfer by which it passed, or null for the first arriver.</param>
/// <param name="From">The instant.</param>
[EventType("command.commander-changed.v1")]
public sealed record CommanderChanged(
    Guid IncidentId, int Sequence, CommandForm Form, string Lead, IReadOnlyList<string> Agencies, Guid? TransferId, DateTimeOffset From) : IEvent;

/// <summary>A transfer of command moved on. Subject: the incident.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Form">What it leads to.</param>
/// <param name="FromAgency">Who commands.</param>
/// <param name="ToAgency">Who will command, or lead the unified command.</param>
/// <param name="Reason">Why.</param>
/// <param name="State">State after the change.</param>
/// <param name="ChangedAt">When.</param>
[EventType("command.transfer-changed.v1")]
public sealed record TransferChanged(
    Guid TransferId, Guid IncidentId, CommandForm Form, string FromAgency, string ToAgency, TransferReason Reason, TransferState State,
    DateTimeOffset ChangedAt) : IEvent;

/// <summary>Forms of command.</summary>
public enum CommandForm
{
    /// <summary>The first leader to arrive, until the named commander does.</summary>
    Acting,
    /// <summary>One commander.</summary>
    Single,
    /// <summary>Several agencies with one lead.</summary>
    Unified,
}

/// <summary>Why command passes on.</summary>
public enum TransferReason
{
    /// <summary>The named commander arrived.</summary>
    NamedCommanderArrived,
    /// <summary>The event is beyond the commander's means.</summary>
    BeyondCapacity,
    /// <summary>The response level rose to another tier.</summary>
    LevelRaised,
    /// <summary>The response level fell to another tier.</summary>
    LevelLowered,
    /// <summary>Other agencies' areas or duties are touched.</summary>
    SharedCompetence,
    /// <summary>Relief of a commander.</summary>
    Relief,
    /// <summary>The commander cannot be reached: command is taken over, nobody hands over.</summary>
    CommanderUnreachable,
}

/// <summary>States of a command transfer (domain.md C2).</summary>
public enum TransferState
{
    /// <summary>Proposed.</summary>
    Proposed,
    /// <summary>The outgoing commander has briefed.</summary>
    Briefed,
    /// <summary>The incoming commander has accepted.</summary>
    Accepted,
    /// <summary>Command has passed.</summary>
    Effective,
    /// <summary>Refused by the incoming commander.</summary>
    Rejected,
    /// <summary>Not accepted in time, or overtaken.</summary>
    Lapsed,
}
