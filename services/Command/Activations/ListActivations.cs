using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Activations;

/// <summary>Activations, of one incident if named.</summary>
internal static class ListActivations
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/activations", Handle)
        .WithName("listActivations").WithSummary("Activations, of one incident if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<ActivationView>>> Handle(Guid? incident, ActivationState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Activations.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (incident == null || x.IncidentId == incident) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, ActivationView.Of, ct));
}
