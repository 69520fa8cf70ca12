using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>The fields for which a report was returned. What was said before stays as it was.</summary>
/// <param name="Content">The missing fields.</param>
/// <param name="SceneContact">Contact on the scene; sealed at once.</param>
/// <param name="Late">When they were supplied, where that is entered afterwards.</param>
public sealed record CompleteReport(ReportContent Content, [property: Text(200)] string? SceneContact = null, LateAct? Late = null);

internal static class CompleteReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/complete", Handle)
        .WithName("completeReport").IsLifeSafety().WithSummary("The sender supplies what the content check missed; only then does the reporting clock stop.")
        .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Integration);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, CompleteReport body, IntakeDb db, Call call, Clocks clocks, Reception reception, IntakeRules rules, ISecretBox secrets, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        var held = report.HasContact();
        if (report.Complete(call.Caller.Agency, body.Content, body.SceneContact is { } text ? secrets.Seal(text) : null, rules.Content, call.Now, body.Late) is { } refusal) return refusal.Problem();
        if (!held && report.HasContact()) await clocks.StartNextAsync("report.contact-retention", report.Id, report.Id, call.Now, null, ct);
        if (report.Check == ContentState.Complete)
        {
            var at = body.Late?.At(call.Now) ?? call.Now;
            await reception.AcceptAsync(report, at, ct);
            db.Append(report.Subject(), new ReportCompleted(report.Id, report.Facts(), at, report.Entered(ReportAct.Completed, call.Now)?.Fact()));
        }
        else
        {
            db.Append(report.Subject(), new ReportReturned(report.Id, report.FromAgency, report.Missing, call.Now));
        }
        return TypedResults.Ok(ReportView.Of(report));
    }
}
