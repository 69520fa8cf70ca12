using Coordination.Contracts.Events;

namespace Coordination.Command.Incidents;

/// <summary>
/// What is known of one kind: every source's newest figure side by side, and the one that counts. Those that a person chose count, together; until someone chose,
/// the highest does, for a part is never more than the whole. Pure.
/// </summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Figures">The newest of each source, scope and area, oldest first.</param>
/// <param name="Decision">Who chose, and what; null while nobody did.</param>
internal sealed record CasualtyTally(CasualtyKind Kind, IReadOnlyList<CasualtyFigure> Figures, CasualtyDecision? Decision)
{
    /// <summary>How many persons.</summary>
    public int Count => Figures.Where(f => f.IsCounted).Sum(f => f.Count);

    /// <summary>As sure as the least sure of what counts.</summary>
    public Confidence Confidence => Figures.Where(f => f.IsCounted).All(f => f.Confidence == Confidence.Verified) ? Confidence.Verified : Confidence.Reported;

    /// <summary>True while a figure that nobody weighed says otherwise: another whole, or a part that is more than the whole.</summary>
    public bool IsDisputed => Figures.Any(f => !f.IsCounted && (f.Entry.Line.IsWhole ? f.Count != Count : f.Count > Count)
        && (Decision is null || f.Entry.RecordedAt > Decision.DecidedAt));

    /// <summary>One for each kind that the ledger counts, in the order of the kinds.</summary>
    /// <param name="ledger">All entries: what was chosen is found among them.</param>
    /// <param name="decisions">What was chosen.</param>
    /// <param name="isLookedAt">Which entries give figures; all when it is left out.</param>
    public static IReadOnlyList<CasualtyTally> Of(
        IReadOnlyCollection<CasualtyEntry> ledger, IReadOnlyCollection<CasualtyDecision> decisions, Func<CasualtyEntry, bool>? isLookedAt = null)
    {
        IReadOnlyCollection<CasualtyEntry> figures = isLookedAt is null ? ledger : [.. ledger.Where(isLookedAt)];
        return [.. figures.SelectMany(e => e.Counts).Select(c => c.Kind).Distinct().Order().Select(kind => Of(kind, ledger, figures, decisions))];
    }

    private static CasualtyTally Of(
        CasualtyKind kind, IReadOnlyCollection<CasualtyEntry> ledger, IReadOnlyCollection<CasualtyEntry> figures, IReadOnlyCollection<CasualtyDecision> decisions)
    {
        var newest = figures.Where(e => e.Counts.Exists(c => c.Kind == kind)).GroupBy(e => e.Line)
            .Select(line => line.OrderBy(e => e.KnownAt).ThenBy(e => e.RecordedAt).Last()).OrderBy(e => e.KnownAt).ThenBy(e => e.RecordedAt)
            .Select(e => new CasualtyFigure(e, e.Counts.Find(c => c.Kind == kind)!)).ToList();
        var decision = decisions.Where(d => d.Kind == kind).OrderBy(d => d.DecidedAt).ThenBy(d => d.Id).LastOrDefault();
        var chosen = ledger.Where(e => decision?.Entries.Contains(e.Id) == true).Select(e => e.Line).ToHashSet();
        if (chosen.Count == 0) chosen = [newest.OrderBy(f => f.Count).Last().Entry.Line];
        return new(kind, [.. newest.Select(f => f with { IsCounted = chosen.Contains(f.Entry.Line) })], decision);
    }
}

/// <summary>One source's newest figure.</summary>
/// <param name="Entry">The entry that says so.</param>
/// <param name="Value">What it counts.</param>
/// <param name="IsCounted">True for one that counts.</param>
internal sealed record CasualtyFigure(CasualtyEntry Entry, CasualtyCount Value, bool IsCounted = false)
{
    public int Count => Value.Count;

    public Confidence Confidence => Value.Confidence;
}
