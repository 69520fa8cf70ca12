using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Activations;

/// <summary>A plan on standby is not needed.</summary>
internal static class CancelActivation
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/activations/{id:guid}/cancel", Handle)
        .WithName("cancelActivation").WithSummary("A plan on standby is not needed.")
        .RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ActivationView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Activations.FindAsync([id], ct) is not { } activation) return Problems.NotFound("activation", id);
        if (call.Stale(activation.Version) is { } stale) return stale.Problem();
        if (activation.Cancel() is { } refusal) return refusal.Problem();
        db.Append(activation.IncidentId, activation.Changed([], call.Now));
        return TypedResults.Ok(ActivationView.Of(activation));
    }
}
