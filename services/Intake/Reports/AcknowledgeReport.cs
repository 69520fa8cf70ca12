using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>That the agency has a report; nothing need be said of it.</summary>
/// <param name="Late">When it was said, where it is entered afterwards.</param>
public sealed record AcknowledgeReport(LateAct? Late = null);

internal static class AcknowledgeReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/acknowledge", Handle)
        .WithName("acknowledgeReport").IsLifeSafety().WithSummary("The handling agency says that it has the report.")
        .RequireRole(Roles.DutyOfficer);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, AcknowledgeReport? body, IntakeDb db, Call call, Clocks clocks, Reception reception, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        var aside = report.IsAside();
        if (report.Acknowledge(call.Caller.Agency, call.Now, body?.Late) is { } refusal) return refusal.Problem();
        if (body?.Late is null) await clocks.StopAsync("report.acknowledge", report.Id, call.Now, ct);
        else await clocks.StopSinceAsync("report.acknowledge", report.Id, report.AcknowledgedAt!.Value, ct);
        if (aside) await reception.TakeUpAsync(report, ct);
        db.Append(report.Subject(), new ReportAcknowledged(
            report.Id, report.Agency, report.AcknowledgedAt!.Value, report.Entered(ReportAct.Acknowledged, call.Now)?.Fact()));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
