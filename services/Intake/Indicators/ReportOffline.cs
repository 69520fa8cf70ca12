using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Indicators;

internal static class ReportOffline
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/indicators/{id:guid}/report-offline", Handle)
        .WithName("reportOffline").WithSummary("The sensor failed: counts by hand are owed until it is back.")
        .RequireRole(Roles.Integration, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<IndicatorView>, ProblemHttpResult>> Handle(Guid id, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Indicators.FindAsync([id], ct) is not { } indicator) return Problems.NotFound("indicator", id);
        if (call.Stale(indicator.Version) is { } stale) return stale.Problem();
        var before = indicator.State;
        if ((indicator.Owns(call.Caller.Agency) ?? indicator.GoOffline()) is { } refusal) return refusal.Problem();
        await clocks.CancelRunningAsync("indicator.manual-count", id, ct);
        await Silence.CountAsync(indicator, call.Now, clocks, ct);
        IndicatorView.AppendChange(db, indicator, before, call.Now);
        return TypedResults.Ok(IndicatorView.Of(indicator));
    }
}
