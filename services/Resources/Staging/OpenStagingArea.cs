using System.ComponentModel.DataAnnotations;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Travel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Staging;

/// <summary>For which incident, what the place is called and where it is (degrees, WGS 84), and how many units may wait there at a time.</summary>
public sealed record OpenStagingArea(
    Guid IncidentId, [property: Text(100)] string Name, [property: Range(-90.0, 90.0)] double Latitude, [property: Range(-180.0, 180.0)] double Longitude,
    [property: Range(1, 10_000)] int Capacity);

/// <summary>Who receives opens a place where what comes waits until it is put to work.</summary>
internal static class OpenStagingAreaCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/staging-areas", Handle)
        .WithName("openStagingArea").IsLifeSafety().WithSummary("Who receives opens a staging area of an incident.")
        .RequireRole(Who.Moves);

    private static Created<StagingAreaView> Handle(string agency, OpenStagingArea request, ResourcesDb db, Call call)
    {
        var area = StagingArea.Open(Guid.CreateVersion7(), call.Exercise, agency, request.IncidentId, request.Name, new GeoPoint(request.Latitude, request.Longitude), request.Capacity, call.Now);
        db.Add(area);
        return TypedResults.Created($"/v1/agencies/{agency}/staging-areas/{area.Id}", StagingAreaView.Of(area, 0));
    }
}
