using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Activations;

/// <summary>A person decides that a plan may be activated.</summary>
internal static class AuthoriseActivation
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/activations/{id:guid}/authorise", Handle)
        .WithName("authoriseActivation").WithSummary("A person decides that a plan may be activated.")
        .RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ActivationView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Activations.FindAsync([id], ct) is not { } activation) return Problems.NotFound("activation", id);
        if (call.Stale(activation.Version) is { } stale) return stale.Problem();
        if (activation.Authorise(call.Caller.Agency) is { } refusal) return refusal.Problem();
        db.Append(activation.IncidentId, activation.Changed([], call.Now));
        return TypedResults.Ok(ActivationView.Of(activation));
    }
}
