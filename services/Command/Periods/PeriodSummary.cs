using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Periods;

/// <summary>Where the response stands in its periods, for its situation report and its review.</summary>
/// <param name="Number">Number of the current period; null while none is.</param>
/// <param name="From">When it began to be planned for.</param>
/// <param name="To">Until when it is planned.</param>
/// <param name="NextFrom">When the next approved period begins; null where nothing is approved after it.</param>
/// <param name="ObjectivesMet">Objectives that were reached.</param>
/// <param name="ObjectivesDropped">Objectives that are no longer pursued.</param>
/// <param name="Objectives">The open ones, most urgent first.</param>
public sealed record PeriodSummary(
    int? Number, DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset? NextFrom, int ObjectivesMet, int ObjectivesDropped, IReadOnlyList<PlannedObjective> Objectives)
{
    /// <summary>Null while no period was planned.</summary>
    internal static PeriodSummary? Of(IReadOnlyCollection<OperationalPeriod> periods, IReadOnlyCollection<Objective> objectives)
    {
        if (periods.Count == 0) return null;
        var current = periods.FirstOrDefault(p => p.State == OperationalPeriodState.Current);
        return new(
            current?.Number, current?.From, current?.To, periods.Where(p => p.State == OperationalPeriodState.Approved).Min(p => (DateTimeOffset?)p.From),
            objectives.Count(o => o.State == ObjectiveState.Met), objectives.Count(o => o.State == ObjectiveState.Dropped),
            [
                .. objectives.Where(o => o.State == ObjectiveState.Open).OrderBy(o => o.Priority).ThenBy(o => o.Number)
                    .Select(o => new PlannedObjective(o.Number, o.Text, o.Priority, o.Tactic)),
            ]);
    }
}

internal static class PeriodRecord
{
    public static async Task<PeriodSummary?> PeriodAsync(this CommandDb db, Guid incident, CancellationToken ct) => PeriodSummary.Of(
        await db.OperationalPeriods.AsNoTracking().Where(p => p.IncidentId == incident).ToListAsync(ct),
        await db.Objectives.AsNoTracking().Where(o => o.IncidentId == incident).ToListAsync(ct));
}
