using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Hazards;

/// <summary>What was found.</summary>
/// <param name="Accepted">True when it is right; otherwise it is worked on further, by the same moment.</param>
public sealed record VerifyRectification(bool Accepted);

internal static class VerifyRectificationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hazards/{id:guid}/verify-rectification", Handle)
        .WithName("verifyRectification").WithSummary("Another agency looks whether the hazard is put right.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<HazardView>, ProblemHttpResult>> Handle(Guid id, VerifyRectification body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([id], ct) is not { } hazard) return Problems.NotFound("hazard", id);
        if (call.Stale(hazard.Version) is { } stale) return stale.Problem();
        if (hazard.VerifyRectification(call.Caller.Agency, body.Accepted) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("hazard.verification", hazard.Id, call.Now, ct);
        if (body.Accepted)
        {
            // It was right when it was submitted; verifying it later makes nobody late.
            await clocks.StopAsync("hazard.rectification", hazard.Id, hazard.SubmittedAt ?? call.Now, ct);
            await clocks.StopWatchingAsync(hazard, ct);
        }
        db.Append(hazard.Subject(), HazardView.Event(hazard, call.Now));
        return TypedResults.Ok(HazardView.Of(hazard));
    }
}
