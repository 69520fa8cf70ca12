using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Hazards;

/// <summary>Who puts a hazard right, by when and how.</summary>
/// <param name="ToAgency">Agency.</param>
/// <param name="DueAt">By when.</param>
/// <param name="Measure">How, in words.</param>
public sealed record OrderRectification([property: Text(64)] string ToAgency, DateTimeOffset DueAt, [property: Text(2000)] string Measure);

internal static class OrderRectificationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hazards/{id:guid}/order-rectification", Handle)
        .WithName("orderRectification").WithSummary("Orders an agency to put a hazard right by a moment (限期治理).")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<HazardView>, ProblemHttpResult>> Handle(Guid id, OrderRectification body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([id], ct) is not { } hazard) return Problems.NotFound("hazard", id);
        if (call.Stale(hazard.Version) is { } stale) return stale.Problem();
        if (hazard.OrderRectification(body.ToAgency, body.DueAt, body.Measure, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StartNextAsync("hazard.rectification", hazard.Id, hazard.Subject(), call.Now, InspectionClocks.Scope(hazard), ct, body.DueAt);
        db.Append(hazard.Subject(), HazardView.Event(hazard, call.Now));
        return TypedResults.Ok(HazardView.Of(hazard));
    }
}
