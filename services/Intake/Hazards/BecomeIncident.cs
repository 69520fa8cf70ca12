using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Hazards;

/// <summary>What a hazard became.</summary>
/// <param name="IncidentId">Incident, as Command opened it.</param>
public sealed record BecomeIncident(Guid IncidentId);

internal static class BecomeIncidentCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hazards/{id:guid}/become-incident", Handle)
        .WithName("hazardBecameIncident").WithSummary("It happened: the hazard became an incident.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<HazardView>, ProblemHttpResult>> Handle(Guid id, BecomeIncident body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([id], ct) is not { } hazard) return Problems.NotFound("hazard", id);
        if (call.Stale(hazard.Version) is { } stale) return stale.Problem();
        if (hazard.BecomeIncident(body.IncidentId) is { } refusal) return refusal.Problem();
        await clocks.StopWatchingAsync(hazard, ct);
        db.Append(hazard.Subject(), HazardView.Event(hazard, call.Now));
        return TypedResults.Ok(HazardView.Of(hazard));
    }
}
