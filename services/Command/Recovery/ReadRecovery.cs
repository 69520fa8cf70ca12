using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Recovery;

/// <summary>Versions of the recovery plan, and tasks.</summary>
internal static class ReadRecovery
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents/{id:guid}/recovery-plans", Plans).WithName("listRecoveryPlans").WithSummary("Versions of an incident's recovery plan, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/recovery-plans/{id:guid}", Plan).WithName("readRecoveryPlan").WithSummary("One version of a recovery plan.").RequireRole(Readers.All);
        routes.MapGet("/v1/incidents/{id:guid}/recovery-tasks", Tasks).WithName("listRecoveryTasks").WithSummary("Recovery tasks of an incident, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/recovery-tasks/{id:guid}", OneTask).WithName("readRecoveryTask").WithSummary("One recovery task.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<RecoveryPlanView>>> Plans(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.RecoveryPlans.AsNoTracking().Where(p => p.IncidentId == id).ToPageAsync(page, p => p.Id, RecoveryPlanView.Of, ct));

    private static async Task<Results<Ok<RecoveryPlanView>, ProblemHttpResult>> Plan(Guid id, CommandDb db, CancellationToken ct) =>
        await db.RecoveryPlans.FindAsync([id], ct) is { } plan ? TypedResults.Ok(RecoveryPlanView.Of(plan)) : Problems.NotFound("recovery plan", id);

    private static async Task<Ok<Page<RecoveryTaskView>>> Tasks(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.RecoveryTasks.AsNoTracking().Where(t => t.IncidentId == id).ToPageAsync(page, t => t.Id, RecoveryTaskView.Of, ct));

    private static async Task<Results<Ok<RecoveryTaskView>, ProblemHttpResult>> OneTask(Guid id, CommandDb db, CancellationToken ct) =>
        await db.RecoveryTasks.FindAsync([id], ct) is { } task ? TypedResults.Ok(RecoveryTaskView.Of(task)) : Problems.NotFound("recovery task", id);
}
