using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Investigations;

/// <summary>What the reply to a report asks an agency to do, until a moment (条例493 Art. 33). Its agency says that it is done; the authority opens it again when it is not.</summary>
internal sealed class InvestigationMeasure
{
    /// <summary>The clock of its time.</summary>
    public const string ClockKey = "investigation.measure";

    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<InvestigationMeasureState> Life = new(
        (InvestigationMeasureState.Open, [InvestigationMeasureState.Done]),
        (InvestigationMeasureState.Done, [InvestigationMeasureState.Open]));

    private InvestigationMeasure() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public InvestigationMeasureState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public Guid InvestigationId { get; private set; }
    /// <summary>In words; stays in this service.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Who is to do it: an agency, never a person.</summary>
    public string Agency { get; private set; } = "";
    public string Authority { get; private set; } = "";
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    /// <summary>Why it is open again.</summary>
    public string? Reason { get; private set; }

    public static (InvestigationMeasure?, Refusal?) Ask(Investigation of, AskedMeasure asked, DateTimeOffset now)
    {
        if (!Code.Is(asked.Agency)) return (null, Code.Refuse("/measures"));
        if (asked.DueAt <= now) return (null, Refusal.Invalid("/measures", "due-in-past", "A measure is due after now."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = of.ExerciseId,
            IncidentId = of.IncidentId,
            InvestigationId = of.Id,
            Text = asked.Text,
            Agency = asked.Agency,
            Authority = of.Authority,
            DueAt = asked.DueAt,
        }, null);
    }

    public bool IsOverdue(DateTimeOffset now) => State == InvestigationMeasureState.Open && now > DueAt;

    public Refusal? Finish(string agency, DateTimeOffset at)
    {
        if (agency != Agency) return Refusal.Forbidden("not-the-assignee", $"{Agency} does this, and says when it is done.");
        if (Life.Refuse(State, InvestigationMeasureState.Done) is { } no) return no;
        (State, DoneAt, Reason, Version) = (InvestigationMeasureState.Done, at, null, Version + 1);
        return null;
    }

    /// <summary>It is not done, as the authority sees: it is open again, for a reason, and due at another time.</summary>
    public Refusal? Reopen(string agency, string reason, DateTimeOffset dueAt, DateTimeOffset now)
    {
        if (agency != Authority) return Refusal.Forbidden("not-the-authority", $"{Authority} asked for this, and sees whether it is done.");
        if (Life.Refuse(State, InvestigationMeasureState.Open) is { } no) return no;
        if (dueAt <= now) return Refusal.Invalid("/dueAt", "due-in-past", "A measure is due after now.");
        (State, DoneAt, Reason, DueAt, Version) = (InvestigationMeasureState.Open, null, reason, dueAt, Version + 1);
        return null;
    }
}
