using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Mediation.Medical;

/// <summary>Whether the kin want an autopsy: theirs to say, and a refusal is only recorded (条例701 Art. 26).</summary>
public enum AutopsyChoice
{
    /// <summary>They were told of it.</summary>
    Offered,
    /// <summary>They agreed and signed.</summary>
    Agreed,
    /// <summary>They do not want it.</summary>
    Refused,
    /// <summary>It was done.</summary>
    Done,
}

/// <summary>A death at issue in a medical dispute: the kin's choice of an autopsy, and the time the body may be kept. No name is stored here.</summary>
internal sealed class Death
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<AutopsyChoice> Life = new(
        (AutopsyChoice.Offered, [AutopsyChoice.Agreed, AutopsyChoice.Refused]),
        (AutopsyChoice.Refused, [AutopsyChoice.Agreed]),
        (AutopsyChoice.Agreed, [AutopsyChoice.Refused, AutopsyChoice.Done]));

    private Death() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public DateTimeOffset DiedAt { get; private set; }
    public bool IsFrozen { get; private set; }
    public AutopsyChoice Autopsy { get; private set; }
    public DateTimeOffset? ChosenAt { get; private set; }
    public DateTimeOffset? AutopsyAt { get; private set; }
    public DateTimeOffset? HandedOverAt { get; private set; }

    public static (Death?, Refusal?) Record(Case @case, DateTimeOffset diedAt, bool isFrozen) => @case.Kind != DisputeKind.Medical
        ? (null, new Refusal("not-medical", "A death is recorded in a medical dispute only."))
        : (new Death { Id = Guid.CreateVersion7(), ExerciseId = @case.ExerciseId, CaseId = @case.Id, DiedAt = diedAt, IsFrozen = isFrozen, Autopsy = AutopsyChoice.Offered }, null);

    /// <summary>The kin sign for it. They may still do so after a refusal, while it can be done.</summary>
    public Refusal? Agree(DateTimeOffset at) => Choose(AutopsyChoice.Agreed, at);

    /// <summary>The kin do not want it: recorded, and nobody asks again.</summary>
    public Refusal? Refuse(DateTimeOffset at) => Choose(AutopsyChoice.Refused, at);

    public Refusal? Perform(DateTimeOffset at)
    {
        if (Move(AutopsyChoice.Done) is { } no) return no;
        AutopsyAt = at;
        return null;
    }

    /// <summary>The body was handed over or taken to the funeral home.</summary>
    public Refusal? HandOver(DateTimeOffset at)
    {
        if (HandedOverAt is not null) return new Refusal("handed-over", "The body was handed over.");
        HandedOverAt = at;
        Version++;
        return null;
    }

    private Refusal? Choose(AutopsyChoice choice, DateTimeOffset at)
    {
        if (HandedOverAt is not null) return new Refusal("handed-over", "The body was handed over.");
        if (Move(choice) is { } no) return no;
        ChosenAt = at;
        return null;
    }

    private Refusal? Move(AutopsyChoice to)
    {
        if (Life.Refuse(Autopsy, to) is { } no) return no;
        Autopsy = to;
        Version++;
        return null;
    }
}
