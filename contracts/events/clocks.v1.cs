namespace Coordination.Contracts.Events;

/// <summary>States of a clock (domain.md C, "Clock definition").</summary>
public enum ClockState
{
    /// <summary>Its start lies ahead.</summary>
    Scheduled,
    /// <summary>Time is running.</summary>
    Running,
    /// <summary>Stopped for a reason that its definition names.</summary>
    Paused,
    /// <summary>The duty was done in time.</summary>
    Met,
    /// <summary>The due moment passed without it.</summary>
    Breached,
    /// <summary>Done, after the due moment.</summary>
    MetLate,
    /// <summary>No longer owed.</summary>
    Cancelled,
    /// <summary>Given up by an approver, with a reason.</summary>
    Waived,
}

/// <summary>
/// A clock of some service started, warned, paused, met or broke. Subject: the incident or entity the clock belongs to.
/// Of what is no incident it is for those who may read that: the attribute <c>audience</c> names them.
/// All instants are exercise time when the event belongs to an exercise.
/// </summary>
/// <param name="ClockId">The clock.</param>
/// <param name="Key">Which clock, for example <c>order.acknowledge</c>.</param>
/// <param name="EntityId">The entity that owes the duty.</param>
/// <param name="Occurrence">Number of the recurrence, from 0.</param>
/// <param name="State">State after the change.</param>
/// <param name="StartedAt">When it began to run.</param>
/// <param name="DueAt">When the duty is due.</param>
/// <param name="WarnedAt">When the warning share of its time was used up, or null.</param>
/// <param name="MetAt">When the duty was done, or null.</param>
/// <param name="BreachedAt">The due moment if it passed unmet, or null: never the moment of firing.</param>
[EventType("clocks.clock-changed.v1", Alone = Labels.AmberStrict)]
public sealed record ClockChanged(
    Guid ClockId, string Key, Guid EntityId, int Occurrence, ClockState State, DateTimeOffset StartedAt, DateTimeOffset DueAt,
    DateTimeOffset? WarnedAt, DateTimeOffset? MetAt, DateTimeOffset? BreachedAt) : IEvent;
