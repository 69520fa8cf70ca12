using Coordination.Platform;

namespace Coordination.Resources.LivingSupport;

/// <summary>What people in a place live by and what an emergency cut: water, power, a road. Who answers for it, how it stands and by when it should work again.</summary>
internal sealed class Lifeline
{
    public static readonly Lifecycle<LifelineState> Life = new(
        (LifelineState.Interrupted, [LifelineState.Limited, LifelineState.Restored]),
        (LifelineState.Limited, [LifelineState.Interrupted, LifelineState.Restored]),
        (LifelineState.Restored, [LifelineState.Interrupted, LifelineState.Limited]));

    private Lifeline() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>Who keeps the list.</summary>
    public string Agency { get; private set; } = "";
    public Guid IncidentId { get; private set; }
    public LifelineKind Kind { get; private set; }
    public LifelineState State { get; private set; }
    /// <summary>Which one, where: a street, a village, a line.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Who restores it.</summary>
    public string ResponsibleAgency { get; private set; } = "";
    /// <summary>How many households are without it, where that is known.</summary>
    public int? Households { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? RestoreBy { get; private set; }

    /// <summary>By when it should work again; what works is promised no more, whatever the row still says.</summary>
    internal DateTimeOffset? Promised => State == LifelineState.Restored ? null : RestoreBy;

    /// <summary>It does not work, or not as it should.</summary>
    public static (Lifeline? Lifeline, Refusal? Refusal) Report(
        Guid id, Guid? exercise, string agency, Guid incident, LifelineKind kind, string name, string responsible, LifelineState state, int? households, DateTimeOffset? restoreBy, DateTimeOffset at)
    {
        if (state == LifelineState.Restored) return (null, Refusal.Invalid("/state", "illegal-transition", "What works is not listed until it was cut."));
        var lifeline = new Lifeline
        {
            Id = id,
            ExerciseId = exercise,
            Agency = agency,
            IncidentId = incident,
            Kind = kind,
            Name = name,
            ResponsibleAgency = responsible,
            State = state,
            Households = households,
            ChangedAt = at,
        };
        return lifeline.Promise(restoreBy, at) is { } no ? (null, no) : (lifeline, null);
    }

    /// <summary>How it stands now; the same state tells a new number or a new time.</summary>
    public Refusal? Change(LifelineState to, int? households, DateTimeOffset? restoreBy, DateTimeOffset at)
    {
        if (at < ChangedAt) return Refusal.Invalid("/occurredAt", "before-last-report", "A later report is known already.");
        if (to != State && Life.Refuse(State, to) is { } no) return no;
        if (to != LifelineState.Restored && Promise(restoreBy, at) is { } wrong) return wrong;
        (State, ChangedAt, Households) = (to, at, to == LifelineState.Restored ? 0 : households);
        if (to == LifelineState.Restored) RestoreBy = null;
        Version++;
        return null;
    }

    private Refusal? Promise(DateTimeOffset? by, DateTimeOffset at)
    {
        if (by <= at && by != Promised) return Refusal.Invalid("/restoreBy", "in-past", "It must lie ahead.");
        RestoreBy = by;
        return null;
    }
}

/// <summary>What people live by.</summary>
public enum LifelineKind
{
    /// <summary>Drinking water.</summary>
    Water,
    /// <summary>Electric power.</summary>
    Power,
    /// <summary>Gas.</summary>
    Gas,
    /// <summary>Heating.</summary>
    Heating,
    /// <summary>Telephone and data.</summary>
    Telecommunication,
    /// <summary>A road or bridge.</summary>
    Road,
    /// <summary>A railway.</summary>
    Rail,
    /// <summary>Drains and sewage.</summary>
    Drainage,
}

/// <summary>How a lifeline stands.</summary>
public enum LifelineState
{
    /// <summary>It does not work.</summary>
    Interrupted,
    /// <summary>It works in part, at times or by makeshift.</summary>
    Limited,
    /// <summary>It works as before.</summary>
    Restored,
}
