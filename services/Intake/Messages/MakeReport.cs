using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Messages;

/// <summary>What a person reads in a message that was held.</summary>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="EventKind">Sub-type.</param>
public sealed record MakeReport(IncidentCategory Category, Place Place, EventKind? EventKind = null);

internal static class MakeReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/gateway-messages/{id:guid}/make-report", Handle)
        .WithName("makeReport").IsLifeSafety().WithSummary("A person has read a message that was held: it becomes a report of the public, and its sender goes along.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(
        Guid id, MakeReport body, IntakeDb db, Call call, Clocks clocks, Reception reception, IntakeRules rules, Tree tree, CancellationToken ct)
    {
        if (await db.Messages.FindAsync([id], ct) is not { } message || !message.IsFor(call.Caller.Agency, call.Exercise)) return Problems.NotFound("message", id);
        if (call.Stale(message.Version) is { } stale) return stale.Problem();
        var agency = await tree.DutyBodyOfAsync(body.Place.AreaCode, ct) ?? message.Agency;
        var (report, refusal) = Report.Receive(
            new NewReport(Guid.CreateVersion7(), ReportKind.Initial, ReportSource.Public, ReportChannel.Written, null, null, message.Gateway, agency, body.Category, body.Place,
                message.SentAt, new ReportContent(EventKind: body.EventKind, Situation: message.Text.Length == 0 ? null : AsItComes.Cut(message.Text, GatewayMessage.Situation).First)) { ExerciseId = call.Exercise, ReporterContact = message.Sender },
            rules.Content, call.Now);
        if (refusal is not null) return (refusal with { Pointer = refusal.Pointer?.Replace("/content", "", StringComparison.Ordinal) }).Problem();
        if (message.MakeReport(call.Caller.Agency, report!.Id) is { } no) return no.Problem();
        await reception.TakeAsync(report, ct);
        await clocks.SettledAsync(message, call, db, ct);
        return TypedResults.Created($"/v1/reports/{report.Id}", ReportView.Of(report));
    }
}
