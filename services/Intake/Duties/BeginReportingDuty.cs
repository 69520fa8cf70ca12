using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Duties;

/// <summary>Which body reports on which incident at set times.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">Which duty.</param>
/// <param name="Agency">Who owes it.</param>
/// <param name="Tier">Its tier; the hour depends on it.</param>
public sealed record BeginReportingDuty(Guid IncidentId, ReportingDutyKind Kind, [property: Text(64)] string Agency, JurisdictionTier Tier);

/// <summary>A reporting duty.</summary>
/// <param name="Id">The duty.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">Which duty.</param>
/// <param name="Agency">Who owes it.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="SinceAt">Since when.</param>
/// <param name="EndedAt">Until when, or null.</param>
public sealed record ReportingDutyView(
    Guid Id, int Version, ReportingDutyState State, Guid IncidentId, ReportingDutyKind Kind, string Agency, JurisdictionTier Tier, DateTimeOffset SinceAt,
    DateTimeOffset? EndedAt) : IVersioned
{
    internal static ReportingDutyView Of(ReportingDuty d) => new(d.Id, d.Version, d.State, d.IncidentId, d.Kind, d.Agency, d.Tier, d.SinceAt, d.EndedAt);
}

internal static class BeginReportingDutyCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reporting-duties", Handle)
        .WithName("beginReportingDuty").WithSummary("A body owes a report on an incident at set times until it is stable.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<ReportingDutyView>, ProblemHttpResult>> Handle(
        BeginReportingDuty body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (!await db.IsOpenAsync(body.IncidentId, ct)) return Refusal.Invalid("/incidentId", "unknown-incident", "There is no such incident.").Problem();
        if (await db.ReportingDuties.IgnoreQueryFilters().AnyAsync(d => d.IncidentId == body.IncidentId && d.Agency == body.Agency && d.Kind == body.Kind && d.State == ReportingDutyState.Running, ct))
            return new Refusal("duty-runs", "This body owes this report already.").Problem();
        var (duty, refusal) = ReportingDuty.Begin(Guid.CreateVersion7(), call.Exercise, body.IncidentId, body.Kind, body.Agency, body.Tier, call.Now);
        if (refusal is not null) return refusal.Problem();
        db.Add(duty!);
        duty!.OweFirst(clocks);
        db.Append(duty!.IncidentId, new ReportingDutyChanged(duty.Id, duty.IncidentId, duty.Kind, duty.Agency, duty.Tier, duty.State, call.Now));
        return TypedResults.Created($"/v1/reporting-duties/{duty.Id}", ReportingDutyView.Of(duty));
    }
}
