using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Reports;

/// <summary>An agency's report comes in, one by one or with others: where it belongs, whether it can be taken. A refusal changes nothing.</summary>
internal sealed class Sending(IntakeDb db, Call call, Reception reception, IntakeRules rules, Tree tree, ISecretBox secrets)
{
    /// <summary>Takes a report of the caller's agency, or of the one for which an officer settles what it sent.</summary>
    internal async Task<(Report? Report, Refusal? Refusal)> SendAsync(ReceiveReport body, CancellationToken ct, string? sentBy = null)
    {
        var sender = sentBy ?? call.Caller.Agency;
        if (body.Source == ReportSource.Public) return (null, Refusal.Invalid("/source", "public-door", "Reports of the public come in at /v1/public-reports."));
        if (body.Tier is { } from && body.ToTier is { } to && rules.Chain.Between(from, to) is null)
            return (null, Refusal.Invalid("/toTier", "not-above", "A report goes to a tier above the reporting one."));
        var prior = body.PriorReportId is { } priorId ? await db.Reports.FindAsync([priorId], ct) : null;
        if (body.PriorReportId is not null && (prior is null || prior.ExerciseId != call.Exercise || !IsParty(prior, sender)))
            return (null, Refusal.Invalid("/priorReportId", "unknown-report", "There is no such report."));
        var id = Guid.CreateVersion7();
        var (report, refusal) = Report.Receive(
            new NewReport(id, body.Kind, body.Source, body.Channel, body.Tier ?? await tree.TierOfAsync(sender, ct), body.ToTier, sender, body.ToAgency,
                body.Category, body.Place, body.KnownAt, body.Content)
            {
                ExerciseId = call.Exercise,
                PriorReportId = prior?.Id,
                SeriesId = prior?.SeriesId ?? id,
                Number = body.Kind == ReportKind.Supplement ? await NextNumberAsync(prior, ct) : 0,
                IncidentId = prior is null ? body.IncidentId : await IncidentOfAsync(prior, ct),
                ReporterContact = body.Contacts?.Reporter is { } reporter ? secrets.Seal(reporter) : null,
                SceneContact = body.Contacts?.Scene is { } scene ? secrets.Seal(scene) : null,
                OutageFrom = body.Outage?.From,
                OutageUntil = body.Outage?.Until,
                Late = body.Late,
            }, rules.Content, call.Now);
        if (refusal is not null) return (null, refusal);
        if (body.Kind == ReportKind.Correction) prior!.Supersede(id);
        await reception.TakeAsync(report!, ct);
        return (report, null);
    }

    private static bool IsParty(Report report, string agency) => report.FromAgency == agency || report.Agency == agency || report.IsOpenToAll();

    private async Task<int> NextNumberAsync(Report? prior, CancellationToken ct) => prior is null
        ? 0
        : 1 + await db.Reports.CountAsync(r => r.SeriesId == prior.SeriesId && r.Kind == ReportKind.Supplement && r.Origin == ReportOrigin.Sent, ct)
            + db.Reports.Local.Count(r => r.SeriesId == prior.SeriesId && r.Kind == ReportKind.Supplement && r.Origin == ReportOrigin.Sent && db.Entry(r).State == EntityState.Added);

    private async Task<Guid?> IncidentOfAsync(Report prior, CancellationToken ct) => prior.IncidentId
        ?? await db.Reports.Where(r => r.SeriesId == prior.SeriesId && r.IncidentId != null).Select(r => r.IncidentId).FirstOrDefaultAsync(ct);
}
