using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Activations;

/// <summary>One activation of a plan.</summary>
internal static class ReadActivation
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/activations/{id:guid}", Handle)
        .WithName("readActivation").WithSummary("One activation of a plan.").RequireRole(Readers.All);

    private static async Task<Results<Ok<ActivationView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Activations.FindAsync([id], ct) is { } activation
            ? TypedResults.Ok(ActivationView.Of(activation))
            : Problems.NotFound("activation", id);
}
