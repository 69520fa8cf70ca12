using Coordination.Command.Incidents;
using Coordination.Command.Situation;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Reviews.Record;

/// <summary>Reads what the record holds of a response that is reviewed.</summary>
internal sealed class ReviewFile(CommandDb db, SituationFile situation, JurisdictionPackage package)
{
    private const int LongestTimeline = 500;

    /// <summary>Of head counts only that they were started and stopped: what was missed in hundreds of rounds would leave no room for anything else.</summary>
    internal static IReadOnlyList<Type> Happenings { get; } =
    [
        .. SituationDecisions.Types, typeof(IncidentOpened), typeof(ParticipantJoined), typeof(GradeProposed), typeof(OrderIssued), typeof(OrderEscalated), typeof(WarningInForce),
        typeof(WarningLifted), typeof(ResponseLevelProposed), typeof(CasualtiesCounted), typeof(ReviewChanged), typeof(IncidentInRecovery), typeof(LossesAssessed), typeof(RecoveryPlanChanged), typeof(RecoveryReported),
        typeof(OperationalPeriodChanged), typeof(ObjectiveChanged), typeof(HeadCountChanged),
    ];

    internal async Task<ReviewRecord> RecordAsync(AfterActionReview review, Incident incident, CancellationToken ct)
    {
        var timeline = await db.LastAsync(incident.Id, Happenings, LongestTimeline, ct);
        var decisions = await db.LastAsync(incident.Id, SituationDecisions.Types, LongestTimeline, ct);
        var clocks = await db.DutiesAsync(incident.Id, package, ct);
        var orders = await db.Orders.AsNoTracking().Where(o => o.IncidentId == incident.Id).OrderBy(o => o.Id).ToListAsync(ct);
        return new(
            review.Id, await situation.ReportAsync(incident, ct), [.. timeline.Reverse()], [.. decisions.Reverse()],
            [.. clocks.OrderByDescending(Weight).ThenBy(c => c.DueAt).Select(c => new ReviewedClock(c.Key, c.State, c.StartedAt, c.DueAt, c.MetAt))],
            [.. orders.Select(o => new ReviewedOrder(o.Task.Kind, o.HeldBy ?? o.Asked, o.State, o.IssuedAt, o.AcknowledgedAt, o.CompletedAt))]);
    }

    private static int Weight(Clock clock) => clock.State switch { ClockState.Breached => 2, ClockState.MetLate => 1, _ => 0 };
}
