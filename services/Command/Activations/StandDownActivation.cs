using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Activations;

/// <summary>An activated plan is wound down.</summary>
internal static class StandDownActivation
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/activations/{id:guid}/stand-down", Handle)
        .WithName("standDownActivation").WithSummary("An activated plan is wound down.")
        .RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ActivationView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Activations.FindAsync([id], ct) is not { } activation) return Problems.NotFound("activation", id);
        if (call.Stale(activation.Version) is { } stale) return stale.Problem();
        if (activation.StandDown() is { } refusal) return refusal.Problem();
        db.Append(activation.IncidentId, activation.Changed([], call.Now));
        return TypedResults.Ok(ActivationView.Of(activation));
    }
}
