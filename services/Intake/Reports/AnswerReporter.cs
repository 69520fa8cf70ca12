using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>That the person got an answer; nothing need be said of it.</summary>
/// <param name="Late">When it was given, where it is entered afterwards.</param>
public sealed record AnswerReporter(LateAct? Late = null);

internal static class AnswerReporterCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/answer", Handle)
        .WithName("answerReporter").WithSummary("The person who reported got an answer (every matter is answered).")
        .RequireRole(Roles.DutyOfficer);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, AnswerReporter? body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (report.Answer(call.Caller.Agency, call.Now, body?.Late) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("report.reply", report.Id, report.AnsweredAt!.Value, ct);
        db.Append(report.Subject(), new ReporterAnswered(
            report.Id, call.Caller.Agency, report.AnsweredAt.Value, report.Entered(ReportAct.Answered, call.Now)?.Fact()));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
