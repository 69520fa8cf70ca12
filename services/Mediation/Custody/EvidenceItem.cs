using System.Security.Cryptography;
using System.Text;
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
    public byte[] Description { get; private set; } = [];

    public static EvidenceItem List(Case @case, byte[] description) =>
        new() { Id = Guid.CreateVersion7(), ExerciseId = @case.ExerciseId, CaseId = @case.Id, State = EvidenceState.Listed, Description = description };

    /// <summary>Null when the step may be taken; sealing and opening need a signature of each side besides the keeper's.</summary>
    public Refusal? Take(CustodyAction action, IReadOnlyCollection<Party> signed)
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
        if (action is CustodyAction.Seal or CustodyAction.Open && signed.Select(p => p.Side).Distinct().Count() < 2)
            return new Refusal("both-sides", "Both sides must be present and sign.");
        if (action is CustodyAction.RequestOpening && signed.Count == 0) return new Refusal("party-required", "A party asks for the opening.");
        State = to;
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
}

/// <summary>What is done with evidence.</summary>
public enum CustodyAction
{
    /// <summary>Seal it, or seal it again.</summary>
    Seal,
    /// <summary>Ask to open it.</summary>
    RequestOpening,
    /// <summary>Open it.</summary>
    Open,
    /// <summary>Give it back.</summary>
    Release,
    /// <summary>Put it in the archive.</summary>
    Archive,
}

/// <summary>An entry of the custody log: every step and every refused attempt, chained by hash. Never changed, never removed.</summary>
internal sealed class CustodyEntry
{
    private CustodyEntry() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid EvidenceId { get; private set; }
    public int Sequence { get; private set; }
    public CustodyAction Action { get; private set; }
    /// <summary>Rule by which the attempt was refused, or null.</summary>
    public string? RefusedBy { get; private set; }
    public List<Guid> SignedBy { get; private set; } = [];
    public string Custodian { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string Hash { get; private set; } = "";

    public static CustodyEntry After(CustodyEntry? last, EvidenceItem item, CustodyAction action, Refusal? refused, IReadOnlyList<Guid> signedBy, string custodian, DateTimeOffset at)
    {
        var sequence = (last?.Sequence ?? 0) + 1;
        var text = $"{last?.Hash}\n{item.Id}\n{sequence}\n{action}\n{refused?.Rule}\n{string.Join(',', signedBy)}\n{custodian}\n{Micros.Of(at)}";
        return new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = item.ExerciseId,
            EvidenceId = item.Id,
            Sequence = sequence,
            Action = action,
            RefusedBy = refused?.Rule,
            SignedBy = [.. signedBy],
            Custodian = custodian,
            At = at,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
    }
}
