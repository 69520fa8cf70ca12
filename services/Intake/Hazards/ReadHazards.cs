using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Hazards;

internal static class ReadHazards
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/hazards/{id:guid}", One).WithName("getHazard").WithSummary("One hazard.").RequireRole(Readers);
        routes.MapGet("/v1/hazards", List).WithName("listHazards").WithSummary("The register, oldest first.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.Reporter, Roles.DutyOfficer, Roles.Commander, Roles.Integration, Roles.Auditor, Roles.Operator];

    private static async Task<Results<Ok<HazardView>, ProblemHttpResult>> One(Guid id, IntakeDb db, CancellationToken ct) =>
        await db.Hazards.FindAsync([id], ct) is { } hazard ? TypedResults.Ok(HazardView.Of(hazard)) : Problems.NotFound("hazard", id);

    private static async Task<Ok<Page<HazardView>>> List(
        Paging page, IntakeDb db, Call call, CancellationToken ct, HazardState? state = null, string? areaCode = null) =>
        TypedResults.Ok(await db.Hazards.AsNoTracking()
            .Where(h => h.ExerciseId == call.Exercise && (state == null || h.State == state) && (areaCode == null || h.AreaCode.StartsWith(areaCode)))
            .ToPageAsync(page, h => h.Id, HazardView.Of, ct));
}
