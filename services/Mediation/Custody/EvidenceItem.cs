using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Mediation.Custody;

/// <summary>States of a piece of evidence (domain.md C5).</summary>
public enum EvidenceState
{
    /// <summary>On the inventory.</summary>
    Listed,
    /// <summary>Sealed with both sides present.</summary>
    Sealed,
    /// <summary>Someone asks to open it.</summary>
    UnsealRequested,
    /// <summary>Opened with both sides present.</summary>
    UnsealedByBoth,
    /// <summary>Sealed again.</summary>
    Resealed,
    /// <summary>Given back: the dispute is settled.</summary>
    Released,
    /// <summary>Three years without a claim: the keeper may open it.</summary>
    SelfUnsealable,
    /// <summary>In the archive.</summary>
    Archived,
}

/// <summary>Records or things that both sides seal and open together (条例701 Art. 24, 25). One side alone never opens it, and every attempt is in the log.</summary>
internal sealed class EvidenceItem
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<EvidenceState> Life = new(
        (EvidenceState.Listed, [EvidenceState.Sealed]),
        (EvidenceState.Sealed, [EvidenceState.UnsealRequested, EvidenceState.Released, EvidenceState.SelfUnsealable]),
        (EvidenceState.UnsealRequested, [EvidenceState.UnsealedByBoth]),
        (EvidenceState.UnsealedByBoth, [EvidenceState.Resealed]),
        (EvidenceState.Resealed, [EvidenceState.UnsealRequested, EvidenceState.Released, EvidenceState.SelfUnsealable]),
        (EvidenceState.Released, [EvidenceState.Archived]),
        (EvidenceState.SelfUnsealable, [EvidenceState.Archived]));

    private EvidenceItem() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public EvidenceState State { get; private set; }
    public EvidenceKind Kind { get; private set; }
    /// <summary>An original, or a copy of it (条例701 Art. 24).</summary>
    public bool IsOriginal { get; private set; }
    /// <summary>True while the record is still being written: it is sealed in stages.</summary>
    public bool IsUnfinished { get; private set; }
    /// <summary>The earlier stage that this one completes, or null.</summary>
    public Guid? Completes { get; private set; }
    /// <summary>Subject of the token of the person who keeps it; null before it is sealed.</summary>
    public string? Custodian { get; private set; }
    public DateTimeOffset ListedAt { get; private set; }
    public byte[] Description { get; private set; } = [];

    public static EvidenceItem List(Case @case, EvidenceKind kind, bool isOriginal, bool isUnfinished, Guid? completes, byte[] description, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = @case.ExerciseId,
        CaseId = @case.Id,
        State = EvidenceState.Listed,
        Kind = kind,
        IsOriginal = isOriginal,
        IsUnfinished = isUnfinished,
        Completes = completes,
        Description = description,
        ListedAt = at,
    };

    /// <summary>Null when the step was taken. Sealing and opening need a signature of each side, and the keeper's: who takes the step is the keeper.</summary>
    public Refusal? Take(CustodyAction action, IReadOnlyCollection<Party> signed, string keeper)
    {
        var to = action switch
        {
            CustodyAction.Seal => State is EvidenceState.Listed ? EvidenceState.Sealed : EvidenceState.Resealed,
            CustodyAction.RequestOpening => EvidenceState.UnsealRequested,
            CustodyAction.Open => EvidenceState.UnsealedByBoth,
            CustodyAction.Release => EvidenceState.Released,
            CustodyAction.Archive => EvidenceState.Archived,
            _ => throw new InvalidOperationException($"No such action: {action}"),
        };
        if (Life.Refuse(State, to) is { } no) return no;
        if (action is CustodyAction.Seal or CustodyAction.Open or CustodyAction.Release && signed.Select(p => p.Side).Distinct().Count() < 2)
            return new Refusal("both-sides", "Both sides must be present and sign.");
        if (action is CustodyAction.RequestOpening && signed.Count == 0) return new Refusal("party-required", "A party asks for the opening.");
        if (action is not CustodyAction.RequestOpening && Custodian is not null && Custodian != keeper) return new Refusal("not-custodian", "Only the person who keeps it takes this step; custody is handed over first.");
        Custodian ??= action == CustodyAction.Seal ? keeper : null;
        State = to;
        Version++;
        return null;
    }

    /// <summary>Another person keeps it from now on.</summary>
    public Refusal? HandOver(string to, string keeper)
    {
        if (Custodian is null) return new Refusal("not-sealed", "Custody begins with the seal.");
        if (Custodian != keeper) return new Refusal("not-custodian", "Only the person who keeps it hands it over.");
        if (to == keeper) return Refusal.Invalid("/to", "same-custodian", "Must be another person.");
        Custodian = to;
        Version++;
        return null;
    }

    /// <summary>Three years without a claim (条例701 Art. 24).</summary>
    public Refusal? AllowSelfUnsealing()
    {
        if (Life.Refuse(State, EvidenceState.SelfUnsealable) is { } no) return no;
        State = EvidenceState.SelfUnsealable;
        Version++;
        return null;
    }

    public void DestroyWords()
    {
        Description = [];
        Version++;
    }
}
