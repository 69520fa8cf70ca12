using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Units;

/// <summary>What an agency could send now, as others see it: counts, no unit by name.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Items">One entry for each type of which it has units.</param>
public sealed record AvailabilityView(string Agency, IReadOnlyList<TypeAvailability> Items);

/// <summary>Units of one type.</summary>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Units">All.</param>
/// <param name="Available">Ready and not leased.</param>
public sealed record TypeAvailability(string TypeCode, int Units, int Available);

/// <summary>Open to those who command and request in other agencies too: they must know whom to ask.</summary>
internal static class ReadAvailabilityCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/availability", Handle)
        .WithName("readAvailability").WithSummary("How many units of each type the agency could send now.").RequireRole(Who.Moves);

    private static async Task<Results<Ok<AvailabilityView>, ProblemHttpResult>> Handle(
        string agency, string? typeCode, ResourcesDb db, ServiceInstance instance, Call call, CancellationToken ct)
    {
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        var counts = await db.Units.AsNoTracking().Where(u => u.Agency == agency && u.ExerciseId == call.Exercise && (typeCode == null || u.TypeCode == typeCode))
            .GroupBy(u => u.TypeCode).Select(g => new { g.Key, Units = g.Count(), Available = g.Count(u => u.State == UnitState.Available && u.FillId == null) }).ToListAsync(ct);
        return TypedResults.Ok(new AvailabilityView(agency, [.. counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new TypeAvailability(c.Key, c.Units, c.Available))]));
    }
}
