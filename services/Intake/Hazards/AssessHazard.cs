using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Hazards;

/// <summary>How dangerous a hazard is.</summary>
/// <param name="Likelihood">From 1 (hardly ever) to 5 (expected).</param>
/// <param name="Consequence">From 1 (slight) to 5 (disastrous).</param>
/// <param name="MajorPotential">True when it can cause a 重大 event or worse; province and city register it too (Art. 33).</param>
public sealed record AssessHazard([property: Range(1, 5)] int Likelihood, [property: Range(1, 5)] int Consequence, bool MajorPotential = false);

internal static class AssessHazardCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hazards/{id:guid}/assess", Handle)
        .WithName("assessHazard").WithSummary("Rates a hazard A, B or C by the published rule.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<HazardView>, ProblemHttpResult>> Handle(Guid id, AssessHazard body, IntakeDb db, Call call, IntakeRules rules, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([id], ct) is not { } hazard) return Problems.NotFound("hazard", id);
        if (call.Stale(hazard.Version) is { } stale) return stale.Problem();
        if (hazard.Assess(body.Likelihood, body.Consequence, body.MajorPotential, rules.HazardRating) is { } refusal) return refusal.Problem();
        db.Append(hazard.Subject(), HazardView.Event(hazard, call.Now));
        return TypedResults.Ok(HazardView.Of(hazard));
    }
}
