using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>A report of the public about an event, a place or an object. No address, device or telephone data is kept with it.</summary>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="Situation">What can be seen, in the person's words.</param>
/// <param name="OccurredAt">When it happened; what lies ahead, by a clock that goes wrong, counts as not said.</param>
/// <param name="EventKind">Sub-type.</param>
/// <param name="Contact">How to reach the person who reports, if they wish; sealed at once and destroyed by a clock.</param>
public sealed record ReceivePublicReport(
    IncidentCategory Category, Place Place, [property: Text(4000)] string Situation, DateTimeOffset? OccurredAt = null,
    EventKind? EventKind = null, [property: Text(200)] string? Contact = null);

/// <summary>What a person gets for a report: a number to ask with.</summary>
/// <param name="Id">The report.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="ReceivedAt">When it arrived.</param>
public sealed record PublicReportReceipt(Guid Id, PublicStage Stage, DateTimeOffset ReceivedAt);

/// <summary>How far a public report is, in plain steps.</summary>
public enum PublicStage
{
    /// <summary>It has arrived.</summary>
    Received,
    /// <summary>It is being checked.</summary>
    BeingChecked,
    /// <summary>It is confirmed and acted on.</summary>
    Confirmed,
    /// <summary>Nothing was found.</summary>
    NothingFound,
    /// <summary>Another office has it now.</summary>
    PassedOn,
}

internal static class ReceivePublicReportCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/public-reports", Handle).WithName("receivePublicReport").IsLifeSafety().WithSummary("Anyone reports a danger. A contact is optional.").AllowAnonymous();
        routes.MapGet("/v1/public-reports/{id:guid}", Read).WithName("getPublicReport").WithSummary("How far a public report is.").AllowAnonymous();
    }

    private static async Task<Results<Created<PublicReportReceipt>, ProblemHttpResult>> Handle(
        ReceivePublicReport body, HttpContext http, Call call, Reception reception, IntakeRules rules, FloodLimit limit, Tree tree, ISecretBox secrets, CancellationToken ct)
    {
        var agency = await tree.DutyBodyOfAsync(body.Place.AreaCode, ct) ?? rules.PublicReports.Agency;
        var (report, refusal) = Report.Receive(
            new NewReport(Guid.CreateVersion7(), ReportKind.Initial, ReportSource.Public, ReportChannel.Online, null, null, null, agency, body.Category, body.Place,
                call.Now, new ReportContent(body.OccurredAt > call.Now ? null : body.OccurredAt, body.EventKind, Situation: body.Situation))
            {
                ExerciseId = call.Exercise,
                ReporterContact = body.Contact is { } contact ? secrets.Seal(contact) : null,
                // Among a hundred that are junk one may be a life: none is refused, all wait for a look.
                IsAside = !limit.Admits(http.Connection.RemoteIpAddress, rules.PublicReports.PerHour),
            }, rules.Content, call.Now);
        if (refusal is not null) return (refusal with { Pointer = refusal.Pointer?.Replace("/content", "", StringComparison.Ordinal) }).Problem();
        await reception.TakeAsync(report!, ct);
        return TypedResults.Created($"/v1/public-reports/{report!.Id}", Receipt(report));
    }

    private static async Task<Results<Ok<PublicReportReceipt>, ProblemHttpResult>> Read(Guid id, IntakeDb db, CancellationToken ct) =>
        await db.Reports.FindAsync([id], ct) is { Source: ReportSource.Public, Origin: ReportOrigin.Sent } report
            ? TypedResults.Ok(Receipt(report))
            : Problems.NotFound("report", id);

    private static PublicReportReceipt Receipt(Report report) => new(report.Id, report.State switch
    {
        ReportState.Verified or ReportState.LinkedToIncident or ReportState.Duplicate => PublicStage.Confirmed,
        ReportState.Unfounded => PublicStage.NothingFound,
        ReportState.TransferredOut => PublicStage.PassedOn,
        ReportState.Received => PublicStage.Received,
        _ => PublicStage.BeingChecked,
    }, report.ReceivedAt);
}
