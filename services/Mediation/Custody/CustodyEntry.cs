using System.Security.Cryptography;
using System.Text;
using Coordination.Platform;

namespace Coordination.Mediation.Custody;

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

    /// <summary>The first entry that does not follow from the one before it, or null when the chain holds.</summary>
    public static int? BrokenAt(IReadOnlyList<CustodyEntry> chain)
    {
        for (var i = 0; i < chain.Count; i++)
            if (chain[i].Sequence != i + 1 || chain[i].Hash != chain[i].Digest(i == 0 ? null : chain[i - 1].Hash)) return i + 1;
        return null;
    }

    public static CustodyEntry After(CustodyEntry? last, EvidenceItem item, CustodyAction action, Refusal? refused, IReadOnlyList<Guid> signedBy, string custodian, DateTimeOffset at)
    {
        var entry = new CustodyEntry
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = item.ExerciseId,
            EvidenceId = item.Id,
            Sequence = (last?.Sequence ?? 0) + 1,
            Action = action,
            RefusedBy = refused?.Rule,
            SignedBy = [.. signedBy],
            Custodian = custodian,
            At = at,
        };
        entry.Hash = entry.Digest(last?.Hash);
        return entry;
    }

    private string Digest(string? previous) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{previous}\n{EvidenceId}\n{Sequence}\n{Action}\n{RefusedBy}\n{string.Join(',', SignedBy)}\n{Custodian}\n{Micros.Of(At)}")));
}
