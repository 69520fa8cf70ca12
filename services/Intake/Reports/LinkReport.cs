using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>The incident that a verified report belongs to.</summary>
/// <param name="IncidentId">Incident, as Command opened it.</param>
public sealed record LinkReport(Guid IncidentId);

internal static class LinkReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/link", Handle)
        .WithName("linkReport").WithSummary("A verified report becomes part of an incident that Command has opened.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, LinkReport body, IntakeDb db, Call call, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        if (report.Link(call.Caller.Agency, body.IncidentId) is { } refusal) return refusal.Problem();
        db.Append(body.IncidentId, new ReportLinked(
            report.Id, report.SeriesId, body.IncidentId, report.Kind, call.Caller.Agency, report.Facts(), report.ReceivedAt, call.Now));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
