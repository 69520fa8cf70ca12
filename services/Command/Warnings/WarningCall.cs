using Coordination.Platform;

namespace Coordination.Command.Warnings;

/// <summary>One recipient called about a warning (叫应): called, answered, or escalated when the clock ran out. A late answer is still taken; a new level is a new call.</summary>
internal sealed class WarningCall
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<WarningCallState> Life = new(
        (WarningCallState.Called, [WarningCallState.Answered, WarningCallState.Escalated]),
        (WarningCallState.Answered, [WarningCallState.Called]),
        (WarningCallState.Escalated, [WarningCallState.Answered, WarningCallState.Called]));

    private WarningCall() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid WarningId { get; private set; }
    /// <summary>Agency or body, never a person.</summary>
    public string Recipient { get; private set; } = "";
    public WarningCallState State { get; private set; }
    public DateTimeOffset CalledAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? EscalatedAt { get; private set; }

    public static WarningCall To(Warning warning, string recipient, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = warning.ExerciseId,
        WarningId = warning.Id,
        Recipient = recipient,
        State = WarningCallState.Called,
        CalledAt = at,
    };

    public Refusal? Answer(string agency, DateTimeOffset at)
    {
        if (agency != Recipient) return Refusal.Forbidden("not-the-recipient", "Only the one who was called answers.");
        if (Move(WarningCallState.Answered) is { } no) return no;
        AnsweredAt = at;
        return null;
    }

    public Refusal? Escalate(DateTimeOffset at)
    {
        if (Move(WarningCallState.Escalated) is { } no) return no;
        EscalatedAt = at;
        return null;
    }

    /// <summary>The warning has another level. Refused while the call before is unanswered and not escalated: its time runs on.</summary>
    public Refusal? CallAgain(DateTimeOffset at)
    {
        if (Move(WarningCallState.Called) is { } no) return no;
        (CalledAt, AnsweredAt, EscalatedAt) = (at, null, null);
        return null;
    }

    private Refusal? Move(WarningCallState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>States of a call.</summary>
public enum WarningCallState
{
    /// <summary>Called.</summary>
    Called,
    /// <summary>Answered.</summary>
    Answered,
    /// <summary>No answer in time: it goes to the superior.</summary>
    Escalated,
}
