using System.ComponentModel.DataAnnotations;
using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Recovery;

/// <summary>How far a task is.</summary>
/// <param name="Progress">In percent, from 0 to 99; a task that is done is completed.</param>
public sealed record AdvanceRecoveryTask([property: Range(0, 99)] int Progress);

/// <summary>Why a task is no longer to be done.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record CancelRecoveryTask([property: Text(500)] string Reason);

/// <summary>The agency that has a task says how far it is and that it is done; who leads the incident cancels it.</summary>
internal static class DoRecoveryTask
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/recovery-tasks/{id:guid}/progress", Advance).WithName("advanceRecoveryTask").WithSummary("Its agency says how far a recovery task is.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();
        routes.MapPost("/v1/recovery-tasks/{id:guid}/complete", Complete).WithName("completeRecoveryTask").WithSummary("Its agency has done a recovery task.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();
        routes.MapPost("/v1/recovery-tasks/{id:guid}/cancel", Cancel).WithName("cancelRecoveryTask").WithSummary("A recovery task is no longer to be done, for a reason.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<RecoveryTaskView>, ProblemHttpResult>> Advance(Guid id, AdvanceRecoveryTask body, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, (task, incident) => Task.FromResult(RecoveryTime.RefuseWork(incident) ?? task.Advance(call.Caller.Agency, body.Progress, call.Now)), ct);

    private static Task<Results<Ok<RecoveryTaskView>, ProblemHttpResult>> Complete(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct) => DecideAsync(id, db, call, async (task, incident) =>
    {
        if ((RecoveryTime.RefuseWork(incident) ?? task.Complete(call.Caller.Agency, call.Now)) is { } refusal) return refusal;
        await clocks.StopAsync("recovery.task", id, call.Now, ct);
        return null;
    }, ct);

    /// <summary>In any state of the incident: a replica of a release without tasks may have closed it over open ones. A clock that ran out before stays broken.</summary>
    private static Task<Results<Ok<RecoveryTaskView>, ProblemHttpResult>> Cancel(Guid id, CancelRecoveryTask body, CommandDb db, Clocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, async (task, incident) =>
        {
            if ((await db.MayLeadAsync(incident, call, ct) ?? task.Cancel(body.Reason, call.Now)) is { } refusal) return refusal;
            await clocks.CancelAsync("recovery.task", id, ct);
            return null;
        }, ct);

    private static async Task<Results<Ok<RecoveryTaskView>, ProblemHttpResult>> DecideAsync(
        Guid id, CommandDb db, Call call, Func<RecoveryTask, Incident, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.RecoveryTasks.FindAsync([id], ct) is not { } task || await db.Incidents.FindAsync([task.IncidentId], ct) is not { } incident) return Problems.NotFound("recovery task", id);
        if (call.Stale(task.Version) is { } stale) return stale.Problem();
        if (await decide(task, incident) is { } refusal) return refusal.Problem();
        db.Append(task.IncidentId, task.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(RecoveryTaskView.Of(task));
    }
}
