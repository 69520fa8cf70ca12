using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Indicators;

internal static class ReadIndicators
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/indicators/{id:guid}", One).WithName("getIndicator").WithSummary("One indicator.").RequireRole(Readers);
        routes.MapGet("/v1/indicators", List).WithName("listIndicators").WithSummary("Indicators, oldest first.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.Integration, Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.Operator];

    private static async Task<Results<Ok<IndicatorView>, ProblemHttpResult>> One(Guid id, IntakeDb db, CancellationToken ct) =>
        await db.Indicators.FindAsync([id], ct) is { } indicator ? TypedResults.Ok(IndicatorView.Of(indicator)) : Problems.NotFound("indicator", id);

    private static async Task<Ok<Page<IndicatorView>>> List(
        Paging page, IntakeDb db, Call call, CancellationToken ct, IndicatorState? state = null, IndicatorKind? kind = null) =>
        TypedResults.Ok(await db.Indicators.AsNoTracking()
            .Where(i => i.ExerciseId == call.Exercise && (state == null || i.State == state) && (kind == null || i.Kind == kind))
            .ToPageAsync(page, i => i.Id, IndicatorView.Of, ct));
}
