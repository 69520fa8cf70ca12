using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>A call to the hotline, as the person at the desk writes it down. The caller has no name here, and no number but the one given to be called back.</summary>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="Situation">What the caller sees, in words.</param>
/// <param name="OccurredAt">When it happened; what is ahead by the difference of two clocks counts as now.</param>
/// <param name="EventKind">Sub-type.</param>
/// <param name="Contact">How to reach the caller, if they wish; sealed at once and destroyed by a clock.</param>
/// <param name="ToAgency">Agency that shall handle it; where it is not said, the body that keeps the duty of the place, else the desk's own.</param>
/// <param name="Late">When the call came, where it is entered afterwards.</param>
public sealed record TakeCall(
    IncidentCategory Category, Place Place, [property: Text(4000)] string Situation, [property: NotInFuture] DateTimeOffset? OccurredAt = null,
    EventKind? EventKind = null, [property: Text(200)] string? Contact = null, [property: Text(64)] string? ToAgency = null, LateAct? Late = null);

internal static class TakeCallCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hotline-reports", Handle)
        .WithName("takeCall").IsLifeSafety().WithSummary("A call to the hotline becomes a report; its id is the number the caller may ask with.")
        .RequireRole(Roles.DutyOfficer, Roles.Reporter);

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(
        TakeCall body, IntakeDb db, Call call, Clocks clocks, Reception reception, IntakeRules rules, Tree tree, ISecretBox secrets, CancellationToken ct)
    {
        var agency = body.ToAgency ?? await tree.DutyBodyOfAsync(body.Place.AreaCode, ct) ?? call.Caller.Agency;
        var (report, refusal) = Report.Receive(
            new NewReport(Guid.CreateVersion7(), ReportKind.Initial, ReportSource.Public, ReportChannel.Phone, null, null, call.Caller.Agency, agency, body.Category, body.Place,
                body.Late?.At(call.Now) ?? call.Now, new ReportContent(body.OccurredAt > call.Now ? call.Now : body.OccurredAt, body.EventKind, Situation: body.Situation))
            {
                ExerciseId = call.Exercise,
                ReporterContact = body.Contact is { } contact ? secrets.Seal(contact) : null,
                Late = body.Late,
            }, rules.Content, call.Now);
        if (refusal is not null) return (refusal with { Pointer = At(refusal) }).Problem();
        await reception.TakeAsync(report!, ct);
        if (agency == call.Caller.Agency && call.Caller.Has(Roles.DutyOfficer)) await AcknowledgeAsync(report!, db, call, clocks, ct);
        return TypedResults.Created($"/v1/reports/{report!.Id}", ReportView.Of(report));
    }

    /// <summary>Whoever took the call for the agency that handles it has it.</summary>
    private static async Task AcknowledgeAsync(Report report, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        report.Acknowledge(call.Caller.Agency, call.Now);
        await clocks.StopAsync("report.acknowledge", report.Id, call.Now, ct);
        db.Append(report.Subject(), new ReportAcknowledged(report.Id, report.Agency, call.Now));
    }

    private static string? At(Refusal refusal) => refusal.Rule == "known-before-occurred" ? "/occurredAt" : refusal.Pointer?.Replace("/content", "", StringComparison.Ordinal);
}
