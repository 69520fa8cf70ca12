using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Indicators;

/// <summary>What is to be watched.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="EventKind">Event it warns of.</param>
/// <param name="Place">Where.</param>
/// <param name="EventCode">Code of the warning system.</param>
/// <param name="HazardId">Hazard it watches; for a crowd, a registered venue.</param>
/// <param name="EventNoticeId">Event notice it watches; for a crowd only.</param>
/// <param name="Thresholds">Levels; the package's when null. A crowd's are always the package's.</param>
/// <param name="SilentAfterMinutes">After how many minutes without a reading the sensor counts as silent; never when null.</param>
public sealed record RegisterIndicator(
    IndicatorKind Kind, EventKind EventKind, Place Place, [property: Text(10)] string? EventCode = null, Guid? HazardId = null, Guid? EventNoticeId = null,
    [property: Items(1, 5)] IReadOnlyList<Threshold>? Thresholds = null, [property: Range(1, 1440)] int? SilentAfterMinutes = null);

internal static class RegisterIndicatorCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/indicators", Handle)
        .WithName("registerIndicator").WithSummary("An agency watches an indicator from now on.")
        .RequireRole(Roles.Integration, Roles.DutyOfficer);

    private static async Task<Results<Created<IndicatorView>, ProblemHttpResult>> Handle(
        RegisterIndicator body, IntakeDb db, Call call, Clocks clocks, IntakeRules rules, CancellationToken ct)
    {
        var hazard = body.HazardId is { } h ? await db.Hazards.FindAsync([h], ct) : null;
        if (body.HazardId is not null && hazard?.ExerciseId != call.Exercise | hazard is null)
            return Refusal.Invalid("/hazardId", "unknown-hazard", "There is no such hazard.").Problem();
        var notice = body.EventNoticeId is { } n ? await db.EventNotices.FindAsync([n], ct) : null;
        if (body.EventNoticeId is not null && notice?.ExerciseId != call.Exercise | notice is null)
            return Refusal.Invalid("/eventNoticeId", "unknown-event-notice", "There is no such event notice.").Problem();
        var rule = rules.Indicators.FirstOrDefault(r => r.Kind == body.Kind);
        var thresholds = body.Kind == IndicatorKind.CrowdOccupancy ? rule?.Levels() : body.Thresholds ?? rule?.Levels();
        var (indicator, refusal) = WarningIndicator.Register(
            new NewIndicator(Guid.CreateVersion7(), call.Exercise, body.Kind, body.EventKind, body.EventCode, call.Caller.Agency, body.Place,
                rule?.ClearAfterMinutes ?? 0, thresholds ?? [], body.SilentAfterMinutes), hazard, notice);
        if (refusal is not null) return refusal.Problem();
        db.Add(indicator!);
        await Silence.WatchAsync(indicator!, call.Now, clocks, ct);
        db.Append(indicator!.Id, new IndicatorRegistered(
            indicator.Id, indicator.Kind, indicator.EventKind, indicator.EventCode, indicator.OwnerAgency, indicator.AreaCode, indicator.Latitude,
            indicator.Longitude, indicator.Capacity, indicator.HazardId, indicator.EventNoticeId, call.Now));
        return TypedResults.Created($"/v1/indicators/{indicator.Id}", IndicatorView.Of(indicator));
    }
}
