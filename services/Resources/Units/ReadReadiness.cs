using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Units;

/// <summary>How many units of a type are ready.</summary>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Units">All units.</param>
/// <param name="Available">Ready and not leased.</param>
/// <param name="OutOfService">Cannot be used.</param>
/// <param name="ReadyPercent">Share of units that are in service, 0 to 100.</param>
public sealed record ReadinessView(string TypeCode, int Units, int Available, int OutOfService, int ReadyPercent);

/// <summary>Readiness of the agency's units by type (equipment readiness, S2 adapted).</summary>
internal static class ReadReadinessCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/readiness", Handle)
        .WithName("readReadiness").WithSummary("Readiness of the agency's units by type.").RequireRole(Who.Reads);

    private static async Task<Ok<IReadOnlyList<ReadinessView>>> Handle(string agency, ResourcesDb db, Call call, CancellationToken ct)
    {
        // Counted where they are kept: a book of a hundred thousand is not fetched for a dozen numbers.
        var counts = await db.Units.AsNoTracking().Where(u => u.Agency == agency && u.ExerciseId == call.Exercise).GroupBy(u => u.TypeCode).Select(g => new
        {
            TypeCode = g.Key,
            All = g.Count(),
            Available = g.Count(u => u.State == UnitState.Available && u.FillId == null),
            Broken = g.Count(u => u.State == UnitState.OutOfService),
        }).ToListAsync(ct);
        IReadOnlyList<ReadinessView> views = [.. counts.OrderBy(c => c.TypeCode, StringComparer.Ordinal)
            .Select(c => new ReadinessView(c.TypeCode, c.All, c.Available, c.Broken, (c.All - c.Broken) * 100 / c.All))];
        return TypedResults.Ok(views);
    }
}
