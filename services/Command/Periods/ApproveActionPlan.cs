using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Periods;

/// <summary>A commander of the agency in command, who did not write it, approves a plan: its objectives are set, the agencies that it names take part, and its period begins at its time.</summary>
internal static class ApproveActionPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/action-plans/{id:guid}/approve", Handle).WithName("approveActionPlan")
        .WithSummary("A commander of the incident, another person than the authors, approves an action plan, in the place of the version before it.").RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ActionPlanView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ActionPlans.FindAsync([id], ct) is not { } plan || await db.OperationalPeriods.FindAsync([plan.OperationalPeriodId], ct) is not { } period)
            return Problems.NotFound("action plan", id);
        var (incident, no) = await IncidentAtHand.FindAsync(plan.IncidentId, db, call, ct);
        if (incident is null) return no!.Problem();
        if (await RefuseStrangerAsync(incident, db, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(plan.Version) is { } stale) return stale.Problem();
        var known = await db.Objectives.AsNoTracking().Where(o => o.IncidentId == incident.Id).ToListAsync(ct);
        var before = await db.ActionPlans.FirstOrDefaultAsync(p => p.OperationalPeriodId == period.Id && p.State == ActionPlanState.Approved, ct);
        var isFirst = period.State == OperationalPeriodState.Planned;
        var agency = call.Caller.Agency;
        if ((period.Approve(agency, call.Now) ?? plan.Approve(call.Caller.Subject, agency, known, call.Now, before)) is { } refusal) return refusal.Problem();
        var assigned = plan.Content.Assignments.Select(a => a.Agency);
        await db.ShareIncidentAsync(incident.Id, SharingGround.Ordered, call.Now, ct, assigned);
        await db.TakePartAsync(incident, call.Now, ct, assigned);
        if (before is not null) db.Append(incident.Id, before.Changed(agency, call.Now));
        db.Append(incident.Id, plan.Changed(agency, call.Now));
        var added = plan.Objectives.Where(o => known.TrueForAll(k => k.Number != o.Number)).OrderBy(o => o.Number).ToList();
        foreach (var (planned, objectiveId) in added.Zip(Objective.Ids(added.Count)))
        {
            var objective = Objective.Set(objectiveId, period, planned, agency, call.Now);
            db.Add(objective);
            db.Append(incident.Id, objective.Changed(agency, call.Now));
        }
        if (isFirst)
        {
            db.Append(incident.Id, period.Changed(agency, call.Now));
            await clocks.ApprovedAsync(period, incident, ct);
        }
        return TypedResults.Ok(ActionPlanView.Of(plan));
    }

    /// <summary>Where nobody is in command yet, the agency that owns the incident is.</summary>
    private static async Task<Refusal?> RefuseStrangerAsync(Incident incident, CommandDb db, Call call, CancellationToken ct)
    {
        IReadOnlyList<string> commanding = (await db.IncidentCommands.FindAsync([incident.Id], ct))?.At(call.Now)?.Agencies ?? [incident.OwnerAgency];
        return commanding.Contains(call.Caller.Agency) ? null : Refusal.Forbidden("not-in-command", $"{string.Join(", ", commanding)} commands this incident, and approves its plans.");
    }
}
