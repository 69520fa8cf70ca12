using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Messages;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Documents;

/// <summary>What is done with a document of another system: read, judged, and made a report where all is sure.</summary>
internal sealed class DocumentDesk(IntakeDb db, Call call, Clocks clocks, Sending sending, IntakeRules rules, Tree tree, ISecretBox secrets)
{
    /// <summary>The same bytes of the same agency, whatever their key, are no second document.</summary>
    internal Task<ReportDocument?> BeforeAsync(string sha256, CancellationToken ct)
    {
        var number = ReportDocument.Threaded(call.Exercise, call.Caller.Agency, sha256);
        return db.Documents.FirstOrDefaultAsync(d => d.OnlyOnce == number, ct);
    }

    internal async Task<(ReportDocument? Document, Refusal? Refusal)> TakeAsync(
        ReceiveDocument body, DocumentReading reading, ReadOnlyMemory<byte> content, string sha256, CancellationToken ct)
    {
        if (call.Exercise is not null && reading.Status == DocumentStatus.Actual && body.Format == DocumentFormat.Cap)
            return (null, Refusal.Invalid("/content", "actual-in-exercise", "An alert whose status is Actual does not belong to an exercise."));
        if (reading.Act == DocumentAct.Cancel) reading = reading with { Text = AsItComes.Cut($"{rules.Documents.Cancelled}\n{reading.Text}".Trim(), GatewayMessage.Situation).First };
        var area = await KnownAsync(reading.AreaCodes, ct) ?? body.AreaCode;
        var earlier = await EarlierAsync(reading, ct);
        var prior = earlier.Prior;
        var why = Judgement.Why(reading, new(call.Now, call.Exercise is not null, prior is not null, earlier.IsSaid, earlier.IsOvertaken, area is not null));
        var agency = body.ToAgency ?? (area is null ? null : await tree.DutyBodyOfAsync(area, ct)) ?? prior?.Agency ?? rules.PublicReports.Agency;
        var (report, no) = why is null ? await sending.SendAsync(Body(reading, prior, area, agency), ct) : (null, null);
        var document = ReportDocument.Take(
            Guid.CreateVersion7(), call.Exercise, body.Format, call.Caller.Agency, agency, Thread(reading), sha256,
            body.Format == DocumentFormat.Cap ? secrets.Seal(Convert.ToBase64String(content.Span)) : null, area is null ? reading : reading with { AreaCodes = [area] }, call.Now, report?.Id,
            why ?? (no is null ? null : DocumentReason.BreaksRule));
        db.Add(document);
        if (document.State == DocumentState.Held)
        {
            clocks.Start("document.look", document.Id, document.Id, call.Now);
            db.Append(document.Id, new DocumentHeld(document.Id, document.Format, document.Reason!.Value, document.Agency, call.Now));
        }
        else Settled(document);
        if (document.IsKept()) clocks.Start("document.original-retention", document.Id, document.Id, call.Now);
        if (report is not null) await ApplyWaitingAsync(document, report, ct);
        return (document, null);
    }

    /// <summary>A document that was held is settled: nobody need look at it, and no time runs on what is not kept.</summary>
    internal async Task SettleAsync(ReportDocument document, CancellationToken ct)
    {
        await clocks.StopAsync("document.look", document.Id, call.Now, ct);
        if (!document.IsKept()) await clocks.StopAsync("document.original-retention", document.Id, call.Now, ct);
        Settled(document);
    }

    /// <summary>The newest report of these threads, or null.</summary>
    internal async Task<Report?> PriorAsync(IReadOnlyList<string> threads, CancellationToken ct)
    {
        if (threads.Count == 0) return null;
        var found = await db.Documents.Where(d => threads.Contains(d.Thread) && d.ReportId != null).OrderByDescending(d => d.SentAt).FirstOrDefaultAsync(ct);
        return found?.ReportId is { } report ? await db.Reports.FindAsync([report], ct) : null;
    }

    internal static ReportKind KindOf(DocumentAct act, Report? prior) => prior is null ? ReportKind.Initial : act == DocumentAct.Cancel ? ReportKind.Correction : ReportKind.Supplement;

    private void Settled(ReportDocument document) => db.Append(
        document.Id, new DocumentSettled(document.Id, document.Format, document.State, document.ReportId, document.Reason, call.Caller.Agency, call.Now, document.Act));

    private async Task<string?> KnownAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        foreach (var code in codes)
            if (await tree.OnlyKnownAsync([code], ct) is { } known) return known;
        return null;
    }

    private string Thread(DocumentReading reading) => reading is { Sender: { } sender, Identifier: { } identifier }
        ? ReportDocument.Threaded(call.Exercise, call.Caller.Agency, DocumentReading.Key(sender, identifier)) : "";

    /// <summary>The newest report of the threads it refers to; whether it was said otherwise before, or something newer of that report's series came first.</summary>
    private async Task<Earlier> EarlierAsync(DocumentReading reading, CancellationToken ct)
    {
        var (own, sent) = (Thread(reading), reading.Sent);
        if (own.Length == 0 || sent is null) return new(null, false, false);
        var prior = await PriorAsync([.. reading.RefersTo.Select(k => ReportDocument.Threaded(call.Exercise, call.Caller.Agency, k))], ct);
        var isOvertaken = prior is not null && await db.Documents.AnyAsync(d => d.SentAt > sent && db.Reports.Any(r => r.Id == d.ReportId && r.SeriesId == prior.SeriesId), ct);
        return new(prior, await db.Documents.AnyAsync(d => d.Thread == own && d.SentAt == sent, ct), isOvertaken);
    }

    private ReceiveReport Body(DocumentReading reading, Report? prior, string? area, string agency)
    {
        var known = reading.Sent!.Value < call.Now ? reading.Sent.Value : call.Now;
        var isSame = prior is null || reading.Category == prior.Category;
        var place = area is null ? prior!.Where() : new Place(area, reading.Point?.Latitude, reading.Point?.Longitude, reading.PlaceText);
        return new(KindOf(reading.Act, prior), ReportSource.System, ReportChannel.Online, agency, prior?.Category ?? reading.Category!.Value, place, known,
            new ReportContent(
                reading.OccurredAt <= known ? reading.OccurredAt : null, isSame ? reading.Kind : null, isSame ? reading.EventCode : null,
                Situation: reading.Text.Length > 0 ? reading.Text : null),
            PriorReportId: prior?.Id);
    }

    /// <summary>What came before the report that it cancels or updates takes effect now; what was sent before that report waits on for a person.</summary>
    internal async Task ApplyWaitingAsync(ReportDocument document, Report report, CancellationToken ct)
    {
        if (document.Thread.Length == 0) return;
        var all = await db.Documents.Where(d => d.Awaits == document.Thread && d.State == DocumentState.Held && d.Id != document.Id).OrderBy(d => d.SentAt).ToListAsync(ct);
        foreach (var waiting in all.Where(d => d.Act == DocumentAct.Cancel || d.SentAt >= document.SentAt))
        {
            var body = new ReceiveReport(
                KindOf(waiting.Act, report), ReportSource.System, ReportChannel.Online, report.Agency, report.Category, waiting.Placed(report.Where()), waiting.SentAt,
                new ReportContent(Situation: waiting.Text.Length > 0 ? waiting.Text : null), PriorReportId: report.Id);
            if (await sending.SendAsync(body, ct, waiting.FromAgency) is not ({ } next, _)) continue;
            waiting.Become(next.Id);
            await SettleAsync(waiting, ct);
            report = next;
        }
    }

    private sealed record Earlier(Report? Prior, bool IsSaid, bool IsOvertaken);
}
