using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Documents;

/// <summary>What a person reads in a document that was held.</summary>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="EventKind">Sub-type.</param>
public sealed record ReportFromDocument(IncidentCategory Category, Place Place, EventKind? EventKind = null);

/// <summary>Why a document is no report.</summary>
/// <param name="Reason">Reason.</param>
public sealed record DismissDocument(DismissalReason Reason);

internal static class SettleDocument
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/report-documents/{id:guid}/make-report", Report)
            .WithName("makeReportFromDocument").IsLifeSafety().WithSummary("A person has read a document that was held: it becomes a report.")
            .RequireRole(Roles.DutyOfficer).RequireIfMatch();
        routes.MapPost("/v1/report-documents/{id:guid}/dismiss", Dismiss)
            .WithName("dismissDocument").WithSummary("A person has read a document that was held: nothing is reported in it. Its words are forgotten.")
            .RequireRole(Roles.DutyOfficer).RequireIfMatch();
    }

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Report(
        Guid id, ReportFromDocument body, IntakeDb db, Call call, DocumentDesk desk, Sending sending, Tree tree, CancellationToken ct)
    {
        if (await db.Documents.FindAsync([id], ct) is not { } document || !document.IsFor(call.Caller.Agency, call.Exercise)) return Problems.NotFound("document", id);
        if (call.Stale(document.Version) is { } stale) return stale.Problem();
        if (ReportDocument.Life.Refuse(document.State, DocumentState.Reported) is { } no) return no.Problem();
        var agency = await tree.DutyBodyOfAsync(body.Place.AreaCode, ct) ?? document.Agency;
        var prior = await desk.PriorAsync(document.RefersTo, ct);
        var (report, refusal) = await sending.SendAsync(
            new ReceiveReport(DocumentDesk.KindOf(document.Act, prior), ReportSource.System, ReportChannel.Online, agency, body.Category, document.Placed(body.Place), document.SentAt,
                new ReportContent(EventKind: body.EventKind, Situation: document.Text.Length > 0 ? document.Text : null), PriorReportId: prior?.Id), ct, document.FromAgency);
        if (refusal is not null) return (refusal with { Pointer = refusal.Pointer?.Replace("/content", "", StringComparison.Ordinal) }).Problem();
        document.MakeReport(call.Caller.Agency, report!.Id);
        await desk.SettleAsync(document, ct);
        await desk.ApplyWaitingAsync(document, report, ct);
        return TypedResults.Created($"/v1/reports/{report.Id}", ReportView.Of(report));
    }

    private static async Task<Results<Ok<DocumentView>, ProblemHttpResult>> Dismiss(
        Guid id, DismissDocument body, IntakeDb db, Call call, DocumentDesk desk, CancellationToken ct)
    {
        if (await db.Documents.FindAsync([id], ct) is not { } document || !document.IsFor(call.Caller.Agency, call.Exercise)) return Problems.NotFound("document", id);
        if (call.Stale(document.Version) is { } stale) return stale.Problem();
        if (document.Dismiss(call.Caller.Agency, body.Reason) is { } refusal) return refusal.Problem();
        await desk.SettleAsync(document, ct);
        return TypedResults.Ok(DocumentView.Of(document));
    }
}
