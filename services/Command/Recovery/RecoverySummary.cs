using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Recovery;

/// <summary>How the recovery of an incident stands, for its situation report and its review.</summary>
/// <param name="PlanNumber">Version of the plan that is adopted, or null.</param>
/// <param name="TasksOpen">Tasks that are to be done.</param>
/// <param name="TasksOverdue">How many of them are due.</param>
/// <param name="TasksDone">Tasks that were done.</param>
/// <param name="Tasks">The open ones, soonest due first; the first fifteen.</param>
/// <param name="Losses">By sector.</param>
public sealed record RecoverySummary(
    int? PlanNumber, int TasksOpen, int TasksOverdue, int TasksDone, IReadOnlyList<RecoveryTaskLine> Tasks, IReadOnlyList<LossTally> Losses)
{
    private const int Shown = 15;

    /// <summary>Null while nothing was planned, assigned or assessed.</summary>
    internal static RecoverySummary? Of(
        IReadOnlyCollection<RecoveryPlan> plans, IReadOnlyCollection<RecoveryTask> tasks, IReadOnlyCollection<LossEntry> ledger, DateTimeOffset now)
    {
        if (plans.Count == 0 && ledger.Count == 0) return null;
        var open = tasks.Where(t => t.IsOpen).OrderBy(t => t.DueAt).ThenBy(t => t.Id).ToList();
        return new(
            plans.FirstOrDefault(p => p.State == RecoveryPlanState.Adopted)?.Number, open.Count, open.Count(t => t.DueAt <= now), tasks.Count(t => t.State == RecoveryTaskState.Done),
            [.. open.Take(Shown).Select(t => new RecoveryTaskLine(t.Id, t.Sector, t.Agency, t.State, t.Progress, t.DueAt, t.DueAt <= now))], LossTally.Of(ledger));
    }
}

/// <summary>A recovery task, without its words.</summary>
public sealed record RecoveryTaskLine(Guid Id, LossSector Sector, string Agency, RecoveryTaskState State, int Progress, DateTimeOffset DueAt, bool IsOverdue);

internal static class RecoveryRecord
{
    public static async Task<RecoverySummary?> RecoveryAsync(this CommandDb db, Guid incident, DateTimeOffset now, CancellationToken ct) => RecoverySummary.Of(
        await db.RecoveryPlans.AsNoTracking().Where(p => p.IncidentId == incident).ToListAsync(ct),
        await db.RecoveryTasks.AsNoTracking().Where(t => t.IncidentId == incident).ToListAsync(ct),
        await db.LossEntries.AsNoTracking().Where(e => e.IncidentId == incident).ToListAsync(ct), now);

    /// <summary>True when losses were assessed since the response ended: what was assessed after an earlier end, before it was opened again, does not tell of this one.</summary>
    public static Task<bool> IsAssessedAsync(this CommandDb db, Incident incident, CancellationToken ct)
    {
        var (id, ended) = (incident.Id, incident.ResponseEndedAt);
        return db.LossEntries.AnyAsync(e => e.IncidentId == id && e.RecordedAt >= ended, ct);
    }

    /// <summary>The plan that was adopted since the response ended, or null.</summary>
    public static Task<RecoveryPlan?> AdoptedAsync(this CommandDb db, Incident incident, CancellationToken ct)
    {
        var (id, ended) = (incident.Id, incident.ResponseEndedAt);
        return db.RecoveryPlans.FirstOrDefaultAsync(p => p.IncidentId == id && p.State == RecoveryPlanState.Adopted && p.AdoptedAt >= ended, ct);
    }
}
