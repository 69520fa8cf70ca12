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
    /// <summary>Who was told that there is no answer, one after another upward; null while nobody was.</summary>
    public List<string>? Superiors { get; private set; }
    /// <summary>When one of them took care of it.</summary>
    public DateTimeOffset? TakenOverAt { get; private set; }

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

    /// <summary>No answer in time: a superior is told, where there is one.</summary>
    public Refusal? Escalate(DateTimeOffset at, string? superior = null)
    {
        if (Move(WarningCallState.Escalated) is { } no) return no;
        (EscalatedAt, Superiors, TakenOverAt) = (at, superior is null ? null : [superior], null);
        return null;
    }

    /// <summary>The superior did nothing in time either: the next above is told.</summary>
    public Refusal? PassUp(string superior)
    {
        if (State != WarningCallState.Escalated || TakenOverAt is not null) return new Refusal("already-answered", "Somebody takes care of it.");
        if (superior == Recipient || Superiors?.Contains(superior) == true) return new Refusal("nobody-left", "There is nobody left to tell.");
        Superiors = [.. Superiors ?? [], superior];
        Version++;
        return null;
    }

    /// <summary>One of those who were told takes care of it. The recipient may still answer.</summary>
    public Refusal? TakeOver(string agency, DateTimeOffset at)
    {
        if (Superiors?.Contains(agency) != true) return Refusal.Forbidden("not-the-recipient", "Only one who was told that there is no answer takes it over.");
        if (State != WarningCallState.Escalated || TakenOverAt is not null) return new Refusal("already-answered", "It was answered, or somebody takes care of it.");
        TakenOverAt = at;
        Version++;
        return null;
    }

    /// <summary>The warning has another level. Refused while the call before is unanswered and not escalated: its time runs on.</summary>
    public Refusal? CallAgain(DateTimeOffset at)
    {
        if (Move(WarningCallState.Called) is { } no) return no;
        (CalledAt, AnsweredAt, EscalatedAt, Superiors, TakenOverAt) = (at, null, null, null, null);
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
