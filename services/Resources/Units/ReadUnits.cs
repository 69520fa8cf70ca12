using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Units;

/// <summary>The agency's units.</summary>
internal static class ReadUnitsCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/units", List).WithName("listUnits").WithSummary("The agency's units, of all types and states or one.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/units/{id:guid}", Read).WithName("readUnit").WithSummary("One unit.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<UnitView>>> List(
        string agency, string? typeCode, UnitState? state, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Units.AsNoTracking()
            .Where(u => u.Agency == agency && u.ExerciseId == call.Exercise && (typeCode == null || u.TypeCode == typeCode) && (state == null || u.State == state))
            .ToPageAsync(page, u => u.Id, UnitView.Of, ct));

    private static async Task<Results<Ok<UnitView>, ProblemHttpResult>> Read(string agency, Guid id, ResourcesDb db, CancellationToken ct) =>
        await db.Units.FindAsync([id], ct) is { } unit && unit.Agency == agency ? TypedResults.Ok(UnitView.Of(unit)) : Problems.NotFound("unit", id);
}
