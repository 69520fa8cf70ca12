using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>What the record comes to, in the terms of the report. Pure: made from rows, it asks nobody.</summary>
internal static class SituationDigest
{
    private const int ShownOrders = 15, ShownClocks = 5;

    public static SituationPhase Phase(Incident incident) => incident.IsOpen ? SituationPhase.Response : SituationPhase.Recovery;

    public static SituationUrgency Urgency(Incident incident) =>
        !incident.IsOpen ? SituationUrgency.Past : incident.State == IncidentState.Stabilised ? SituationUrgency.Expected : SituationUrgency.Immediate;

    public static AlertSeverity Severity(IncidentGrade? grade) => grade switch
    {
        IncidentGrade.Exceptional => AlertSeverity.Extreme,
        IncidentGrade.Major => AlertSeverity.Severe,
        IncidentGrade.Considerable => AlertSeverity.Moderate,
        IncidentGrade.Ordinary => AlertSeverity.Minor,
        _ => AlertSeverity.Unknown,
    };

    public static SituationConfidence Confidence(IReadOnlyCollection<CasualtyTally> tallies) =>
        tallies.Any(t => t.IsDisputed) ? SituationConfidence.Unsure
        : tallies.Count > 0 && tallies.All(t => t.Confidence == Contracts.Events.Confidence.Verified) ? SituationConfidence.HighlyConfident
        : SituationConfidence.SomewhatConfident;

    /// <summary>Requested and committed as the requests say; on the way as the fills of their lines say.</summary>
    public static IReadOnlyList<ResourceTotal> Resources(IEnumerable<KnownNeed> needs, IReadOnlyCollection<KnownFill> fills) =>
    [
        .. needs.SelectMany(n => n.Lines).Where(l => l.State is not (LineState.Draft or LineState.Returned or LineState.Denied or LineState.Cancelled))
            .GroupBy(l => (l.TypeCode, l.UnitOfMeasure)).OrderBy(g => g.Key.TypeCode, StringComparer.Ordinal)
            .Select(g => new ResourceTotal(g.Key.TypeCode, g.Key.UnitOfMeasure, g.Sum(l => l.Quantity), g.Sum(l => l.Committed),
                fills.Where(f => f.State == FillState.EnRoute && g.Any(l => l.LineId == f.LineId)).Sum(f => f.Quantity))),
    ];

    public static ManagementSummary Management(
        IReadOnlyCollection<Order> orders, IReadOnlyCollection<Clock> clocks, int unplaced, IReadOnlyList<RecordedMoment> decisions, DateTimeOffset now,
        IReadOnlyDictionary<ClockState, int>? rounds = null)
    {
        var late = clocks.Where(c => c.State == ClockState.Breached).Select(c => c.EntityId).ToHashSet();
        var open = orders.Where(o => o.IssuedAt is not null && !o.IsFinal && o.State != OrderState.Completed)
            .Select(o => new OrderLine(o.Id, o.Task.Kind, o.HeldBy ?? o.Asked, o.State, o.Escalation, o.Task.DueAt, late.Contains(o.Id) || o.Task.DueAt <= now)).ToList();
        return new(
            open.Count, open.Count(o => o.IsOverdue), orders.Count(o => o.State is OrderState.Completed or OrderState.Verified),
            [.. open.OrderByDescending(o => o.IsOverdue).ThenBy(o => o.DueAt ?? DateTimeOffset.MaxValue).ThenBy(o => o.Id).Take(ShownOrders)], unplaced,
            new(Of(ClockState.Running), Of(ClockState.Met), Of(ClockState.MetLate), Of(ClockState.Breached)),
            [.. clocks.Where(c => c.State == ClockState.Running).OrderBy(c => c.DueAt).Take(ShownClocks).Select(c => new ClockLine(c.Key, c.DueAt))], decisions);

        int Of(ClockState state) => clocks.Count(c => c.State == state) + (rounds?.GetValueOrDefault(state) ?? 0);
    }
}
