using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Correlations;

/// <summary>What a duty officer saw to belong together.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Target">What it is compared with.</param>
/// <param name="TargetId">That report or hazard.</param>
public sealed record ProposeCorrelation(Guid ReportId, CorrelationTarget Target, Guid TargetId);

internal static class ProposeCorrelationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/correlations", Handle)
        .WithName("proposeCorrelation").WithSummary("A duty officer proposes what the score did not find.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<CorrelationView>, ProblemHttpResult>> Handle(
        ProposeCorrelation body, IntakeDb db, Call call, Clocks clocks, IntakeRules rules, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, body.ReportId, ct) is not { } report || report.ExerciseId != call.Exercise)
            return Refusal.Invalid("/reportId", "unknown-report", "There is no such report.").Problem();
        if (body.TargetId == body.ReportId) return Refusal.Invalid("/targetId", "own-correlation", "A report is not compared with itself.").Problem();
        var correlation = body.Target == CorrelationTarget.Report
            ? await ReadReports.FindNamedAsync(db, call, body.TargetId, ct) is { } other && other.ExerciseId == call.Exercise
                ? Likeness.Score(report, other, rules.Correlation, call.Now, CorrelationReason.SeenByOfficer) : null
            : await db.Hazards.FindAsync([body.TargetId], ct) is { } hazard && hazard.ExerciseId == call.Exercise
                ? Likeness.Score(report, hazard, rules.Correlation, call.Now, CorrelationReason.SeenByOfficer) : null;
        if (correlation is null) return Refusal.Invalid("/targetId", "unknown-target", "There is no such report or hazard.").Problem();
        Likeness.Propose(correlation, report, db, clocks);
        return TypedResults.Created($"/v1/correlations/{correlation.Id}", CorrelationView.Of(correlation));
    }
}
