using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Indicators;

/// <summary>A reading. For a crowd, an anonymous whole count of persons present; nothing about any of them is taken.</summary>
/// <param name="Value">In the unit of the kind; persons for a crowd.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Method">How.</param>
public sealed record AppendReading([property: Range(-1e9, 1e9)] double Value, [property: NotInFuture] DateTimeOffset TakenAt, ReadingMethod Method = ReadingMethod.Sensor);

/// <summary>A reading in the log of an indicator.</summary>
/// <param name="Id">The reading.</param>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Value">In the unit of the kind; persons for a crowd.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Method">How.</param>
/// <param name="Confidence">How far it can be trusted.</param>
public sealed record ReadingView(Guid Id, Guid IndicatorId, double Value, DateTimeOffset TakenAt, ReadingMethod Method, ReadingConfidence Confidence)
{
    internal static ReadingView Of(IndicatorReading r) => new(r.Id, r.IndicatorId, r.Value, r.TakenAt, r.Method, r.Confidence);
}

internal static class AppendReadingCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/indicators/{id:guid}/readings", Handle).WithName("appendReading").WithSummary("Adds a reading; its level may propose a warning.")
            .RequireRole(Roles.Integration, Roles.DutyOfficer);
        routes.MapGet("/v1/indicators/{id:guid}/readings", List).WithName("listReadings").WithSummary("Readings of an indicator, oldest first.")
            .RequireRole(Roles.Integration, Roles.DutyOfficer, Roles.Commander, Roles.Auditor);
    }

    private static async Task<Results<Created<IndicatorView>, ProblemHttpResult>> Handle(
        Guid id, AppendReading body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Indicators.FindAsync([id], ct) is not { } indicator) return Problems.NotFound("indicator", id);
        var (before, version, silent) = (indicator.State, indicator.Version, indicator.SensorSilent);
        if (indicator.Take(call.Caller.Agency, body.Value, body.Method, body.TakenAt) is { } refusal) return refusal.Problem();
        db.Add(IndicatorReading.Of(Guid.CreateVersion7(), indicator, body.Value, body.TakenAt, body.Method));
        if (indicator.Version != version)
        {
            if (silent && indicator.SensorSilent)
            {
                await clocks.StopAsync("indicator.manual-count", id, body.TakenAt, ct);
                await Silence.CountAsync(indicator, body.TakenAt, clocks, ct);
            }
            else if (silent)
            {
                await Silence.EndAsync(indicator, body.TakenAt, clocks, ct);
            }
            else if (body.Method == ReadingMethod.Sensor)
            {
                await Silence.WatchAsync(indicator, body.TakenAt, clocks, ct);
            }
            IndicatorView.AppendChange(db, indicator, before, body.TakenAt);
        }
        return TypedResults.Created($"/v1/indicators/{id}/readings", IndicatorView.Of(indicator));
    }

    private static async Task<Results<Ok<Page<ReadingView>>, ProblemHttpResult>> List(Guid id, Paging page, IntakeDb db, CancellationToken ct) =>
        await db.Indicators.AnyAsync(i => i.Id == id, ct)
            ? TypedResults.Ok(await db.Readings.AsNoTracking().Where(r => r.IndicatorId == id).ToPageAsync(page, r => r.Id, ReadingView.Of, ct))
            : Problems.NotFound("indicator", id);
}
