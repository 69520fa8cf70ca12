using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Periods;

/// <summary>Periods of an incident, and the versions of their plans.</summary>
internal static class ReadPeriods
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents/{id:guid}/operational-periods", Periods).WithName("listOperationalPeriods").WithSummary("Operational periods of an incident, in the order in which they were planned.")
            .RequireRole(Readers.All);
        routes.MapGet("/v1/operational-periods/{id:guid}", Period).WithName("readOperationalPeriod").WithSummary("One operational period.").RequireRole(Readers.All);
        routes.MapGet("/v1/operational-periods/{id:guid}/action-plans", Plans).WithName("listActionPlans").WithSummary("Versions of a period's incident action plan, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/action-plans/{id:guid}", Plan).WithName("readActionPlan").WithSummary("One version of an incident action plan.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<OperationalPeriodView>>> Periods(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.OperationalPeriods.AsNoTracking().Where(p => p.IncidentId == id).ToPageAsync(page, p => p.Id, OperationalPeriodView.Of, ct));

    private static async Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> Period(Guid id, CommandDb db, CancellationToken ct) =>
        await db.OperationalPeriods.FindAsync([id], ct) is { } period ? TypedResults.Ok(OperationalPeriodView.Of(period)) : Problems.NotFound("operational period", id);

    private static async Task<Ok<Page<ActionPlanView>>> Plans(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.ActionPlans.AsNoTracking().Where(p => p.OperationalPeriodId == id).ToPageAsync(page, p => p.Id, ActionPlanView.Of, ct));

    private static async Task<Results<Ok<ActionPlanView>, ProblemHttpResult>> Plan(Guid id, CommandDb db, CancellationToken ct) =>
        await db.ActionPlans.FindAsync([id], ct) is { } plan ? TypedResults.Ok(ActionPlanView.Of(plan)) : Problems.NotFound("action plan", id);
}
