using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Activations;

/// <summary>Which plan is put on standby for which incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="PlanVersionId">The exact version; it stays pinned.</param>
public sealed record StandByPlan(Guid IncidentId, Guid PlanVersionId);

/// <summary>A plan goes on standby; what its checklist asks for on standby is ordered at once.</summary>
internal static class StandByPlanCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/activations", Handle)
        .WithName("standByPlan").WithSummary("A plan goes on standby; what its checklist asks for on standby is ordered at once.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Created<ActivationView>, ProblemHttpResult>> Handle(
        StandByPlan body, CommandDb db, Call call, ChecklistOrders orders, CancellationToken ct)
    {
        var (incident, unknown) = await Orders.IncidentAtHand.FindAsync(body.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        if (await db.PlanVersions.FindAsync([body.PlanVersionId], ct) is not { } plan) return Problems.NotFound("plan version", body.PlanVersionId);
        var (activation, refusal) = Activation.StandBy(Guid.CreateVersion7(), call.Exercise, incident.Id, plan, call.Caller.Agency, call.Now);
        if (activation is null) return refusal!.Problem();
        db.Add(activation);
        db.Append(incident.Id, await orders.PlaceAsync(activation, plan, Plans.ChecklistPhase.Standby, incident, ct));
        return TypedResults.Created($"/v1/activations/{activation.Id}", ActivationView.Of(activation));
    }
}
