using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Hazards;

/// <summary>Which checks recur.</summary>
/// <param name="Inspections">Kinds of check; all of them when null.</param>
public sealed record RegisterHazard([property: Items(1, 5)] IReadOnlyList<InspectionKind>? Inspections = null);

internal static class RegisterHazardCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hazards/{id:guid}/register", Handle)
        .WithName("registerHazard").WithSummary("Takes a hazard into the register; its checks recur from now on.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<HazardView>, ProblemHttpResult>> Handle(Guid id, RegisterHazard body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([id], ct) is not { } hazard) return Problems.NotFound("hazard", id);
        if (call.Stale(hazard.Version) is { } stale) return stale.Problem();
        if (hazard.Register(body.Inspections ?? Enum.GetValues<InspectionKind>()) is { } refusal) return refusal.Problem();
        await clocks.WatchAsync(hazard, call.Now, ct);
        db.Append(hazard.Subject(), HazardView.Event(hazard, call.Now));
        return TypedResults.Ok(HazardView.Of(hazard));
    }
}
