using System.ComponentModel.DataAnnotations;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.LivingSupport;

/// <summary>For which incident, what, where and how many. A number, and nobody's name.</summary>
public sealed record StateLivingNeed(Guid IncidentId, LivingNeedKind Kind, [property: Text(200)] string Place, [property: Range(1, 100_000_000)] int Needed);

/// <summary>An agency says what people need to live on.</summary>
internal static class StateLivingNeedCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/living-needs", Handle)
        .WithName("stateLivingNeed").IsLifeSafety().WithSummary("An agency says what people in an incident need to live on, as a count.")
        .RequireRole(Who.Reports);

    private static Created<LivingNeedView> Handle(string agency, StateLivingNeed request, ResourcesDb db, Call call)
    {
        var need = LivingNeed.State(Guid.CreateVersion7(), call.Exercise, agency, request.IncidentId, request.Kind, request.Place, request.Needed, call.Now);
        db.Add(need);
        return TypedResults.Created($"/v1/agencies/{agency}/living-needs/{need.Id}", LivingNeedView.Of(need, []));
    }
}
