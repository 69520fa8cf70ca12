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

/// <summary>The next version of a period's incident action plan.</summary>
internal static class DraftActionPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/operational-periods/{id:guid}/action-plans", Handle)
        .WithName("draftActionPlan").WithSummary("Drafts the first or next version of a period's incident action plan.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<ActionPlanView>, ProblemHttpResult>> Handle(Guid id, WriteActionPlan body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.OperationalPeriods.FindAsync([id], ct) is not { } period) return Problems.NotFound("operational period", id);
        var (incident, no) = await IncidentAtHand.LedAsync(period.IncidentId, db, call, ct);
        if (incident is null) return no!.Problem();
        if (await db.RefuseGroupsAsync(incident.Id, body, ct) is { } refused) return refused.Problem();
        var versions = await db.ActionPlans.AsNoTracking().Where(p => p.OperationalPeriodId == id).ToListAsync(ct);
        var (plan, refusal) = ActionPlan.Draft(period, body, versions, call.Caller.Subject, call.Caller.Agency, call.Now);
        if (plan is null) return refusal!.Problem();
        db.Add(plan);
        db.Append(incident.Id, plan.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Created($"/v1/action-plans/{plan.Id}", ActionPlanView.Of(plan));
    }

    /// <summary>A group that an assignment names is one of the incident.</summary>
    internal static async Task<Refusal?> RefuseGroupsAsync(this CommandDb db, Guid incident, WriteActionPlan content, CancellationToken ct)
    {
        if (content.Assignments.All(a => a.GroupId is null)) return null;
        return RefuseGroups(content, await db.WorkingGroups.AsNoTracking().Where(g => g.IncidentId == incident).ToDictionaryAsync(g => g.Id, g => g.State, ct));
    }

    /// <summary>And one that is not released.</summary>
    internal static Refusal? RefuseGroups(WriteActionPlan content, IReadOnlyDictionary<Guid, GroupState> groups)
    {
        for (var i = 0; i < content.Assignments.Count; i++)
        {
            if (content.Assignments[i].GroupId is not { } group) continue;
            if (!groups.TryGetValue(group, out var state)) return Refusal.Invalid($"/assignments/{i}/groupId", "unknown-group", "The incident has no such working group.");
            if (state == GroupState.Released) return new Refusal("group-released", "The working group was released: name one that works.", $"/assignments/{i}/groupId");
        }
        return null;
    }
}
