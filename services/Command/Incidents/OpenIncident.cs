using System.ComponentModel.DataAnnotations;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Incidents;

/// <summary>What happened, where, and when it became known. The category follows from the kind.</summary>
public sealed record OpenIncident(
    EventKind Kind, [property: Text(200)] string Title, [property: Text(40)] string Jurisdiction, [property: NotInFuture] DateTimeOffset OccurredAt,
    [property: NotInFuture] DateTimeOffset KnownAt, [property: Text(5, 5)] string? EventCode = null, [property: Range(-90.0, 90.0)] double? Latitude = null,
    [property: Range(-180.0, 180.0)] double? Longitude = null, Guid? ReportId = null, Guid? ParentId = null);

internal static class OpenIncidentCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents", Handle)
        .WithName("openIncident").IsLifeSafety().WithSummary("Opens an incident on a report.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<IncidentView>, ProblemHttpResult>> Handle(
        OpenIncident request, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        var tree = await db.TreeAsync(package, call, ct);
        if (tree.RefuseUnknown(request.Jurisdiction) is { } nowhere) return nowhere.Problem();
        var place = tree.Find(request.Jurisdiction)!;
        if (request.ParentId is { } parent && await db.Incidents.FindAsync([parent], ct) is null)
            return Refusal.Invalid("/parentId", "unknown-incident", "There is no such incident.").Problem();
        var (incident, refusal) = Incident.Open(request, call.Caller.Agency, call.Exercise);
        if (incident is null) return refusal!.Problem();
        List<string> chain = [.. tree.Chain(place.Code).Select(n => n.Code)];
        db.Add(incident);
        await db.PlaceAsync(incident.Id, call.Exercise, chain, incident.OwnerAgency, call.Now, ct);
        db.Append(incident.Id, new IncidentOpened(
            incident.Id, incident.Category, incident.Kind, incident.EventCode, incident.Jurisdiction, incident.OwnerAgency, incident.ReportId, incident.ParentId,
            incident.OccurredAt, incident.KnownAt, chain));
        clocks.Start("grade.supplement", incident.Id, incident.Id, incident.OccurredAt, new ClockScope(place.Code, $"{incident.Kind}", Tier: $"{place.Tier}"));
        return TypedResults.Created($"/v1/incidents/{incident.Id}", IncidentView.Of(incident));
    }
}
