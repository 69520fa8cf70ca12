using Coordination.Command.Groups;
using Coordination.Command.Situation;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Periods;

/// <summary>The incident action plan in force for a period, with the organisation as it is now: JSON, or a page to print or Markdown, in Chinese or English.</summary>
internal static class ReadIncidentActionPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/incidents/{id:guid}/action-plan", Handle).WithName("readIncidentActionPlan")
        .WithSummary("The approved action plan of a period, the current one unless another is named: JSON, or a page to print or Markdown in the shapes of ICS 202 to 205.").RequireRole(Readers.All);

    private static async Task<Results<Ok<IncidentActionPlan>, ContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, JurisdictionPackage package, HttpRequest request, Call call, CancellationToken ct, int? period = null)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        var periods = await db.OperationalPeriods.AsNoTracking().Where(p => p.IncidentId == id).ToListAsync(ct);
        if (IncidentActionPlan.Wanted(periods, period) is not { } wanted
            || await db.ActionPlans.AsNoTracking().FirstOrDefaultAsync(p => p.OperationalPeriodId == wanted.Id && p.State == ActionPlanState.Approved, ct) is not { } plan)
            return new Refusal("no-approved-plan", "No plan of that period is approved.", null, 404).Problem();
        var named = plan.Content.Assignments.Select(a => a.GroupId).OfType<Guid>().ToList();
        var groups = await db.WorkingGroups.AsNoTracking().Where(g => g.IncidentId == id && (g.State != GroupState.Released || named.Contains(g.Id))).OrderBy(g => g.Id).ToListAsync(ct);
        var numbers = plan.Objectives.ConvertAll(o => o.Number);
        var states = await db.Objectives.AsNoTracking().Where(o => o.IncidentId == id && numbers.Contains(o.Number)).OrderBy(o => o.Number).ToListAsync(ct);
        var all = new IncidentActionPlan(
            id, incident.Title, incident.Kind, incident.Jurisdiction, OperationalPeriodView.Of(wanted), ActionPlanView.Of(plan), (await db.IncidentCommands.FindAsync([id], ct))?.At(call.Now),
            [.. groups.Select(g => new PlannedGroup(g.Id, g.Kind, g.State, g.Head?.Agency, [.. g.Members.Select(m => m.Agency).Distinct()]))],
            [.. states.Select(ObjectiveView.Of)], incident.ExerciseId is not null);
        return request.PageFor((page, words) => new ActionPlanPage(all, page, words, package.Calendar).Write()) is { } shown ? shown : TypedResults.Ok(all);
    }
}
