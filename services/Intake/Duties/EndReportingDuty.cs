using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Duties;

internal static class EndReportingDuty
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reporting-duties/{id:guid}/end", Handle)
        .WithName("endReportingDuty").WithSummary("The situation is stable: the report is no longer owed.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ReportingDutyView>, ProblemHttpResult>> Handle(Guid id, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.ReportingDuties.FindAsync([id], ct) is not { } duty || !await db.IsOpenAsync(duty.IncidentId, ct)) return Problems.NotFound("reporting duty", id);
        if (call.Stale(duty.Version) is { } stale) return stale.Problem();
        if (await EndAsync(duty, db, clocks, call.Now, ct) is { } refusal) return refusal.Problem();
        return TypedResults.Ok(ReportingDutyView.Of(duty));
    }

    internal static async Task<Refusal?> EndAsync(ReportingDuty duty, IntakeDb db, Clocks clocks, DateTimeOffset at, CancellationToken ct)
    {
        if (duty.End(at) is { } refusal) return refusal;
        await clocks.CancelRunningAsync(duty.ClockKey(), duty.Id, ct);
        db.Append(duty.IncidentId, new ReportingDutyChanged(duty.Id, duty.IncidentId, duty.Kind, duty.Agency, duty.Tier, duty.State, at));
        return null;
    }
}
