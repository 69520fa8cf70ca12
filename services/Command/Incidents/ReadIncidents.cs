using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Incidents;

internal static class ReadIncidents
{
    private static readonly string[] Readers =
        [Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Approver, Roles.Integration, Roles.Auditor, Roles.Operator];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents", List).WithName("listIncidents").WithSummary("Incidents, oldest first; those of the call's exercise in an exercise.").RequireRole(Readers);
        routes.MapGet("/v1/incidents/{id:guid}", Read).WithName("readIncident").WithSummary("One incident.").RequireRole(Readers);
    }

    private static async Task<Ok<Page<IncidentView>>> List(Paging page, CommandDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Incidents.AsNoTracking().Where(i => i.ExerciseId == call.Exercise).ToPageAsync(page, i => i.Id, IncidentView.Of, ct));

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Incidents.FindAsync([id], ct) is { } incident ? TypedResults.Ok(IncidentView.Of(incident)) : Problems.NotFound("incident", id);
}
