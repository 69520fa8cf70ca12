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
        var units = await db.Units.AsNoTracking().Where(u => u.Agency == agency && u.ExerciseId == call.Exercise).ToListAsync(ct);
        IReadOnlyList<ReadinessView> views = [.. units.GroupBy(u => u.TypeCode, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Of)];
        return TypedResults.Ok(views);
    }

    private static ReadinessView Of(IGrouping<string, Unit> units)
    {
        var (all, broken) = (units.Count(), units.Count(u => u.State == UnitState.OutOfService));
        return new(units.Key, all, units.Count(u => u.State == UnitState.Available && u.FillId is null), broken, (all - broken) * 100 / all);
    }
}
