using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Releases;

/// <summary>The incidents of which the public must hear.</summary>
internal static class ReadInformedIncidents
{
    private static readonly string[] Desk = [Roles.PublicInformationOfficer, Roles.Approver, Roles.DutyOfficer, Roles.Commander, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/informed-incidents/{id:guid}", Read).WithName("readInformedIncident").WithSummary("Who may speak for an incident, and what is owed.").RequireRole(Desk);
        routes.MapGet("/v1/informed-incidents", List).WithName("listInformedIncidents").WithSummary("Incidents of which the public must hear, oldest first.").RequireRole(Desk);
    }

    private static async Task<Results<Ok<IncidentInformationView>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, Call call, CancellationToken ct) =>
        await db.IncidentAsync(id, call, ct) is { } incident ? TypedResults.Ok(IncidentInformationView.Of(incident)) : Problems.NotFound("incident", id);

    private static async Task<Ok<Page<IncidentInformationView>>> List(Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Incidents.AsNoTracking().Where(i => i.ExerciseId == call.Exercise).ToPageAsync(page, i => i.Id, IncidentInformationView.Of, ct));
}

internal static class InformedIncidents
{
    public static readonly Refusal Unknown = Refusal.Invalid("/incidentId", "unknown-incident", "No confirmed incident of this id has reached this service.");

    /// <summary>An incident of the call's own exercise, or of the real world outside one.</summary>
    public static async Task<InformedIncident?> IncidentAsync(this PublicInformationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.Incidents.FindAsync([id], ct) is { } incident && incident.ExerciseId == call.Exercise ? incident : null;
}
