using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Indicators;

/// <summary>The authority's own level.</summary>
/// <param name="Level">Normal, Advisory, a colour, or Cleared.</param>
public sealed record DeclareLevel(IndicatorState Level);

internal static class DeclareLevelCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/indicators/{id:guid}/declare", Handle)
        .WithName("declareLevel").WithSummary("The authority declares a level itself, as a met office does; never for a crowd.")
        .RequireRole(Roles.Integration, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<IndicatorView>, ProblemHttpResult>> Handle(
        Guid id, DeclareLevel body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Indicators.FindAsync([id], ct) is not { } indicator) return Problems.NotFound("indicator", id);
        if (call.Stale(indicator.Version) is { } stale) return stale.Problem();
        var before = indicator.State;
        if (indicator.Declare(call.Caller.Agency, body.Level, call.Now) is { } refusal) return refusal.Problem();
        await Silence.EndAsync(indicator, call.Now, clocks, ct);
        IndicatorView.AppendChange(db, indicator, before, call.Now);
        return TypedResults.Ok(IndicatorView.Of(indicator));
    }
}
