using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Recovery;

/// <summary>A task of the adopted recovery plan.</summary>
/// <param name="Sector">What recovers by it.</param>
/// <param name="Text">What is to be done; no names of persons.</param>
/// <param name="Agency">Code of the agency that does it; it takes part in the incident from now on.</param>
/// <param name="DueAt">Until when.</param>
public sealed record AssignRecoveryTask(LossSector Sector, [property: Text(1000)] string Text, [property: Text(64)] string Agency, DateTimeOffset DueAt);

internal static class AssignRecoveryTaskCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/recovery-tasks", Handle)
        .WithName("assignRecoveryTask").WithSummary("Assigns a task of the adopted recovery plan to an agency, and starts its clock.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<RecoveryTaskView>, ProblemHttpResult>> Handle(
        Guid id, AssignRecoveryTask body, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        var (task, refusal) = RecoveryTask.Assign(incident, await db.AdoptedAsync(incident, ct), body, call.Caller.Agency, call.Now);
        if (task is null) return refusal!.Problem();
        db.Add(task);
        await db.TakePartAsync(incident, call.Now, ct, task.Agency);
        clocks.Start("recovery.task", task.Id, id, call.Now, incident.Scope(), task.DueAt);
        db.Append(id, task.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Created($"/v1/recovery-tasks/{task.Id}", RecoveryTaskView.Of(task));
    }
}
