using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Activations;

/// <summary>A plan is activated: its checklist becomes tasks, which go out in the same moment (突发事件应对法 Art. 72).</summary>
internal static class ActivatePlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/activations/{id:guid}/activate", Handle)
        .WithName("activatePlan").WithSummary("A plan is activated: its checklist becomes tasks, which go out in the same moment.")
        .RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ActivationView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, ChecklistOrders orders, CancellationToken ct)
    {
        if (await db.Activations.FindAsync([id], ct) is not { } activation) return Problems.NotFound("activation", id);
        if (call.Stale(activation.Version) is { } stale) return stale.Problem();
        if (activation.Activate(call.Now) is { } refusal) return refusal.Problem();
        var (incident, unknown) = await Orders.IncidentAtHand.FindAsync(activation.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        var plan = (await db.PlanVersions.FindAsync([activation.PlanVersionId], ct))!;
        db.Append(activation.IncidentId, await orders.PlaceAsync(activation, plan, Plans.ChecklistPhase.Active, incident, ct));
        return TypedResults.Ok(ActivationView.Of(activation));
    }
}
