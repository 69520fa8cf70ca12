using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Hazards;

/// <summary>What was done.</summary>
/// <param name="Note">In words.</param>
public sealed record SubmitRectification([property: Text(2000)] string Note);

internal static class SubmitRectificationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hazards/{id:guid}/submit-rectification", Handle)
        .WithName("submitRectification").WithSummary("The agency says that the hazard is put right.")
        .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<HazardView>, ProblemHttpResult>> Handle(Guid id, SubmitRectification body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([id], ct) is not { } hazard) return Problems.NotFound("hazard", id);
        if (call.Stale(hazard.Version) is { } stale) return stale.Problem();
        if (hazard.SubmitRectification(call.Caller.Agency, body.Note, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StartNextAsync("hazard.verification", hazard.Id, hazard.Subject(), call.Now, InspectionClocks.Scope(hazard), ct);
        db.Append(hazard.Subject(), HazardView.Event(hazard, call.Now));
        return TypedResults.Ok(HazardView.Of(hazard));
    }
}
