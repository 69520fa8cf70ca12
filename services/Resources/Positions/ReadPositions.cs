using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Positions;

/// <summary>Where a vehicle or team of a fill was last seen.</summary>
/// <param name="FillId">The fill.</param>
/// <param name="UnitId">The vehicle or team.</param>
/// <param name="IncidentId">The incident it works for, or null.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Likewise.</param>
/// <param name="ArrivedAt">Since when it is there.</param>
/// <param name="SeenAt">When it was last seen there.</param>
/// <param name="IsLost">Nothing was seen of it for longer than the package allows.</param>
public sealed record PositionView(
    Guid FillId, Guid UnitId, Guid? IncidentId, double? Latitude, double? Longitude, DateTimeOffset ArrivedAt, DateTimeOffset SeenAt, bool IsLost)
{
    internal static PositionView Of(Position p, DateTimeOffset now, ResourceSettings settings) =>
        new(p.Id, p.UnitId, p.IncidentId, p.Latitude, p.Longitude, p.ArrivedAt, p.SeenAt, p.IsLost(now, settings));
}

/// <summary>The supplier sees where its own deployed units are, the requester where those are that it asked for, who takes part in an incident where those are that work for it; nobody else, and nobody after the release.</summary>
internal static class ReadPositionsCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/positions", Handle)
        .WithName("listPositions").WithSummary("Where deployed units of this supplier are, for itself, for the agency that requested them and for who takes part in the incident.").RequireRole(Who.Reports);

    private static async Task<Results<Ok<Page<PositionView>>, ProblemHttpResult>> Handle(
        string agency, Guid? incidentId, Paging page, ResourcesDb db, ServiceInstance instance, ResourceCatalogue catalogue, Call call, CancellationToken ct)
    {
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        var (reader, isParty) = (call.Caller.Agency, incidentId is { } named && await db.SeesAsync(named, ct));
        return TypedResults.Ok(await db.Positions.AsNoTracking()
            .Where(p => p.Agency == agency && (isParty || p.Agency == reader || p.RequesterAgency == reader) && p.ExerciseId == call.Exercise && p.EndedAt == null && p.Latitude != null
                && (incidentId == null || p.IncidentId == incidentId))
            .ToPageAsync(page, p => p.Id, p => PositionView.Of(p, call.Now, catalogue.Settings), ct));
    }
}
