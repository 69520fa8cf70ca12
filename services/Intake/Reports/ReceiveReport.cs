using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Reports;

/// <summary>A report of an agency, institution or reporter in the field (突发事件应对法 Art. 61: timely, objective, true).</summary>
/// <param name="Kind">What it is in its series.</param>
/// <param name="Source">Who sends it.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ToAgency">Agency that shall handle it.</param>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="KnownAt">When the reporting body learned of it; reporting clocks run from here.</param>
/// <param name="Content">What it says.</param>
/// <param name="Tier">Tier of the reporting body; null for a person. A body's report is checked for its content.</param>
/// <param name="ToTier">Tier of the receiving body.</param>
/// <param name="PriorReportId">Report that this one continues or corrects.</param>
/// <param name="IncidentId">Incident of a zero report without a series.</param>
/// <param name="Contacts">Contacts; sealed at once and destroyed by a clock.</param>
/// <param name="Outage">Outage that held the report back.</param>
public sealed record ReceiveReport(
    ReportKind Kind, ReportSource Source, ReportChannel Channel, [property: Text(64)] string ToAgency, IncidentCategory Category, Place Place,
    [property: NotInFuture] DateTimeOffset KnownAt, ReportContent Content, JurisdictionTier? Tier = null, JurisdictionTier? ToTier = null,
    Guid? PriorReportId = null, Guid? IncidentId = null, ReportContacts? Contacts = null, ReportOutage? Outage = null);

/// <summary>Contacts of a report: names and numbers as given. They never leave Intake.</summary>
/// <param name="Reporter">Of the person who reports.</param>
/// <param name="Scene">On the scene.</param>
public sealed record ReportContacts([property: Text(200)] string? Reporter = null, [property: Text(200)] string? Scene = null);

/// <summary>An outage of the link; evidence beside a late report.</summary>
/// <param name="From">Start.</param>
/// <param name="Until">End.</param>
public sealed record ReportOutage([property: NotInFuture] DateTimeOffset From, [property: NotInFuture] DateTimeOffset Until);

internal static class ReceiveReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports", Handle)
        .WithName("receiveReport").IsLifeSafety().WithSummary("A report arrives. Its clocks run from when the reporting body knew.")
        .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Integration);

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(
        ReceiveReport body, IntakeDb db, Call call, Reception reception, IntakeRules rules, ISecretBox secrets, CancellationToken ct)
    {
        if (body.Source == ReportSource.Public) return Refusal.Invalid("/source", "public-door", "Reports of the public come in at /v1/public-reports.").Problem();
        if (body.Tier is { } from && body.ToTier is { } to && rules.Chain.Between(from, to) is null)
            return Refusal.Invalid("/toTier", "not-above", "A report goes to a tier above the reporting one.").Problem();
        var prior = body.PriorReportId is { } priorId ? await db.Reports.FindAsync([priorId], ct) : null;
        if (body.PriorReportId is not null && (prior is null || prior.ExerciseId != call.Exercise || !IsParty(prior, call.Caller.Agency)))
            return Refusal.Invalid("/priorReportId", "unknown-report", "There is no such report.").Problem();
        var id = Guid.CreateVersion7();
        var (report, refusal) = Report.Receive(
            new NewReport(id, body.Kind, body.Source, body.Channel, body.Tier, body.ToTier, call.Caller.Agency, body.ToAgency, body.Category, body.Place, body.KnownAt, body.Content)
            {
                ExerciseId = call.Exercise,
                PriorReportId = prior?.Id,
                SeriesId = prior?.SeriesId ?? id,
                Number = body.Kind == ReportKind.Supplement ? await NextNumberAsync(db, prior, ct) : 0,
                IncidentId = prior is null ? body.IncidentId : await IncidentOfAsync(db, prior, ct),
                ReporterContact = body.Contacts?.Reporter is { } reporter ? secrets.Seal(reporter) : null,
                SceneContact = body.Contacts?.Scene is { } scene ? secrets.Seal(scene) : null,
                OutageFrom = body.Outage?.From,
                OutageUntil = body.Outage?.Until,
            }, rules.Content, call.Now);
        if (refusal is not null) return refusal.Problem();
        if (body.Kind == ReportKind.Correction) prior!.Supersede(id);
        await reception.TakeAsync(report!, ct);
        return TypedResults.Created($"/v1/reports/{id}", ReportView.Of(report!));
    }

    private static bool IsParty(Report report, string agency) => report.FromAgency == agency || report.Agency == agency || report.IsOpenToAll();

    private static async Task<int> NextNumberAsync(IntakeDb db, Report? prior, CancellationToken ct) => prior is null
        ? 0
        : 1 + await db.Reports.CountAsync(r => r.SeriesId == prior.SeriesId && r.Kind == ReportKind.Supplement && r.Origin == ReportOrigin.Sent, ct);

    private static async Task<Guid?> IncidentOfAsync(IntakeDb db, Report prior, CancellationToken ct) => prior.IncidentId
        ?? await db.Reports.Where(r => r.SeriesId == prior.SeriesId && r.IncidentId != null).Select(r => r.IncidentId).FirstOrDefaultAsync(ct);
}
