using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Incidents;

/// <summary>
/// A person says which figures of a kind count. What the same sources say later takes their place; another source's figure stands beside them until someone decides
/// again. Never changed: a newer decision takes the place of an older one.
/// </summary>
internal sealed class CasualtyDecision
{
    private CasualtyDecision() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public CasualtyKind Kind { get; private set; }
    public List<Guid> Entries { get; private set; } = [];
    /// <summary>What they came to when it was decided.</summary>
    public int Count { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public DateTimeOffset DecidedAt { get; private set; }

    public static (CasualtyDecision?, Refusal?) Decide(
        Incident incident, CasualtyKind kind, IReadOnlyCollection<Guid> entries, IReadOnlyCollection<CasualtyEntry> ledger, string agency, DateTimeOffset at)
    {
        if (incident.Count() is { } closed) return (null, closed);
        var figures = CasualtyTally.Of(ledger, []).FirstOrDefault(t => t.Kind == kind)?.Figures ?? [];
        var chosen = figures.Where(f => entries.Contains(f.Entry.Id)).ToList();
        if (entries.FirstOrDefault(e => !ledger.Any(l => l.Id == e && l.Counts.Exists(c => c.Kind == kind))) is var odd && odd != Guid.Empty)
            return (null, Refusal.Invalid("/entries", "unknown-figure", $"The ledger has no entry {odd} that counts this."));
        if (chosen.Count != entries.Distinct().Count())
            return (null, new Refusal("figure-superseded", "Its source has counted again since: decide on the newest figure.", "/entries"));
        if (chosen.Exists(f => f.Entry.Line.Scope == CasualtyScope.Total && chosen.Exists(other => other != f && Covers(f.Entry.Line, other.Entry.Line))))
            return (null, Refusal.Invalid("/entries", "figures-overlap", "A total of an area has the figures of that area in it already."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            Kind = kind,
            Entries = [.. chosen.Select(f => f.Entry.Id)],
            Count = chosen.Sum(f => f.Count),
            DecidedBy = agency,
            DecidedAt = at,
        }, null);
    }

    private static bool Covers(CasualtyLine total, CasualtyLine other) =>
        total.AreaCode is not { } area || (other.AreaCode is { } part && AreaCodes.IsWithin(part, area));
}
