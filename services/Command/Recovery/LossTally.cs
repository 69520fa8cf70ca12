using Coordination.Contracts.Events;

namespace Coordination.Command.Recovery;

/// <summary>
/// What the ledger comes to for one sector in one currency: every source's newest figures side by side, without what was corrected. Sources are never added up: one
/// may hold what another counts. Pure.
/// </summary>
/// <param name="Sector">What the losses are of.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="LowestMinor">The lowest amount that a source says; null where none says one.</param>
/// <param name="HighestMinor">The highest.</param>
/// <param name="Figures">Newest of each source and unit, oldest first.</param>
public sealed record LossTally(LossSector Sector, string Currency, long? LowestMinor, long? HighestMinor, IReadOnlyList<LossLine> Figures)
{
    internal static IReadOnlyList<LossTally> Of(IReadOnlyCollection<LossEntry> ledger)
    {
        var corrected = ledger.Select(e => e.Corrects).OfType<Guid>().ToHashSet();
        return
        [
            .. ledger.Where(e => !corrected.Contains(e.Id)).SelectMany(e => e.Figures.Select(f => (Entry: e, Figure: f)))
                .GroupBy(l => (l.Figure.Sector, l.Entry.Currency)).OrderBy(g => g.Key.Sector).ThenBy(g => g.Key.Currency, StringComparer.Ordinal).Select(Of),
        ];
    }

    private static LossTally Of(IGrouping<(LossSector Sector, string Currency), (LossEntry Entry, LossFigure Figure)> all)
    {
        var newest = all.GroupBy(l => (l.Entry.Source, l.Figure.Unit)).Select(line => line.OrderBy(l => l.Entry.AssessedAt).ThenBy(l => l.Entry.RecordedAt).Last())
            .OrderBy(l => l.Entry.AssessedAt).ThenBy(l => l.Entry.RecordedAt).ToList();
        // The newest amount of each source, whatever unit it stands beside.
        var amounts = all.Where(l => l.Figure.AmountMinor is not null).GroupBy(l => l.Entry.Source)
            .Select(source => source.OrderBy(l => l.Entry.AssessedAt).ThenBy(l => l.Entry.RecordedAt).Last().Figure.AmountMinor).ToList();
        return new(all.Key.Sector, all.Key.Currency, amounts.Min(), amounts.Max(), [.. newest.Select(l => new LossLine(
            l.Entry.Id, l.Entry.Source, l.Figure.Confidence, l.Figure.AmountMinor, l.Figure.Unit, l.Figure.Destroyed, l.Figure.Damaged, l.Entry.AssessedAt))]);
    }
}
