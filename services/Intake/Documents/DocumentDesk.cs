using System.Text.Json;
using System.Xml;
using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Documents;

/// <summary>What is done with a document of another system: read, judged, and made a report where all is sure.</summary>
internal sealed class DocumentDesk(IntakeDb db, Call call, Clocks clocks, Sending sending, IntakeRules rules, Tree tree, ISecretBox secrets)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The same bytes of the same agency, whatever their key, are no second document.</summary>
    internal Task<ReportDocument?> BeforeAsync(string sha256, CancellationToken ct)
    {
        var number = $"{call.Exercise}/{call.Caller.Agency}/{sha256}";
        return db.Documents.FirstOrDefaultAsync(d => d.OnlyOnce == number, ct);
    }

    internal (DocumentReading? Reading, Refusal? Refusal) Read(DocumentFormat format, ReadOnlyMemory<byte> content)
    {
        try
        {
            if (format == DocumentFormat.Eido)
            {
                using var json = JsonDocument.Parse(content, Strict);
                return (EidoIncident.Read(json.RootElement, rules.Messages), null);
            }
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            return (CapAlert.Read(MarkedUp.Read(stream), rules.Messages, rules.Documents), null);
        }
        catch (XmlException)
        {
            return (null, Refusal.Invalid("/content", "xml",
                $"Not XML that can be taken: it must be well-formed, without a DTD, at most {MarkedUp.MostDepth} deep, with at most {MarkedUp.MostElements} elements and {MarkedUp.MostAttributes} attributes at one."));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, Refusal.Invalid("/content", "json", "Not JSON that can be taken: it must be well-formed, at most 32 deep, and name each member once."));
        }
    }

    internal async Task<(ReportDocument? Document, Refusal? Refusal)> TakeAsync(
        ReceiveDocument body, DocumentReading reading, ReadOnlyMemory<byte> content, string sha256, CancellationToken ct)
    {
        if (call.Exercise is not null && reading.Status == DocumentStatus.Actual && body.Format == DocumentFormat.Cap)
            return (null, Refusal.Invalid("/content", "actual-in-exercise", "An alert whose status is Actual does not belong to an exercise."));
        var area = reading.AreaCode ?? body.AreaCode;
        var earlier = await EarlierAsync(reading, ct);
        var prior = earlier.Prior is { ReportId: { } reported } ? await db.Reports.FindAsync([reported], ct) : null;
        var why = Judgement.Why(reading, new(call.Now, call.Exercise is not null, prior is not null, earlier.IsSaid, earlier.IsOvertaken, area is not null));
        var agency = body.ToAgency ?? (area is null ? null : await tree.DutyBodyOfAsync(area, ct)) ?? prior?.Agency ?? rules.PublicReports.Agency;
        var (report, no) = why is null ? await sending.SendAsync(Body(reading, prior, area, agency), ct) : (null, null);
        var document = ReportDocument.Take(
            Guid.CreateVersion7(), call.Exercise, body.Format, call.Caller.Agency, agency, Thread(reading), sha256,
            body.Format == DocumentFormat.Cap && why != DocumentReason.PersonSought ? secrets.Seal(Convert.ToBase64String(content.Span)) : null, reading, call.Now, report?.Id,
            why ?? (no is null ? null : DocumentReason.BreaksRule));
        db.Add(document);
        if (document.State == DocumentState.Held)
        {
            clocks.Start("document.look", document.Id, document.Id, call.Now);
            db.Append(document.Id, new DocumentHeld(document.Id, document.Format, document.Reason!.Value, document.Agency, call.Now));
        }
        else Settled(document);
        if (document.Original is not null) clocks.Start("document.original-retention", document.Id, document.Id, call.Now);
        if (report is not null) await ApplyWaitingAsync(document, report, ct);
        return (document, null);
    }

    internal void Settled(ReportDocument document) => db.Append(
        document.Id, new DocumentSettled(document.Id, document.Format, document.State, document.ReportId, document.Reason, call.Caller.Agency, call.Now));

    private string Thread(DocumentReading reading) => reading is { Sender: { } sender, Identifier: { } identifier }
        ? ReportDocument.Threaded(call.Exercise, call.Caller.Agency, DocumentReading.Key(sender, identifier)) : "";

    /// <summary>The newest report of the threads it refers to; whether it was said otherwise before, or a newer one came first.</summary>
    private async Task<Earlier> EarlierAsync(DocumentReading reading, CancellationToken ct)
    {
        var own = Thread(reading);
        if (own.Length == 0) return new(null, false, false);
        var threads = reading.RefersTo.Select(k => ReportDocument.Threaded(call.Exercise, call.Caller.Agency, k)).ToList();
        var found = await db.Documents.Where(d => d.Thread == own || threads.Contains(d.Thread)).ToListAsync(ct);
        var prior = found.Where(d => threads.Contains(d.Thread) && d.ReportId is not null).OrderByDescending(d => d.SentAt).FirstOrDefault();
        return new(prior, found.Any(d => d.Thread == own && d.SentAt == reading.Sent), prior is not null && prior.SentAt > reading.Sent);
    }

    private ReceiveReport Body(DocumentReading reading, Report? prior, string? area, string agency)
    {
        var known = reading.Sent!.Value < call.Now ? reading.Sent.Value : call.Now;
        var kind = prior is null ? ReportKind.Initial : reading.Act == DocumentAct.Cancel ? ReportKind.Correction : ReportKind.Supplement;
        var isSame = prior is null || reading.Category == prior.Category;
        var place = area is null ? prior!.Where() : new Place(area, reading.Point?.Latitude, reading.Point?.Longitude, reading.PlaceText);
        return new(kind, ReportSource.System, ReportChannel.Online, agency, prior?.Category ?? reading.Category!.Value, place, known,
            new ReportContent(
                reading.OccurredAt <= known ? reading.OccurredAt : null, isSame ? reading.Kind : null, isSame ? reading.EventCode : null,
                Situation: reading.Text.Length > 0 ? reading.Text : null),
            PriorReportId: prior?.Id);
    }

    /// <summary>A cancellation that came before what it cancels takes effect now.</summary>
    private async Task ApplyWaitingAsync(ReportDocument document, Report report, CancellationToken ct)
    {
        if (document.Thread.Length == 0) return;
        foreach (var waiting in await db.Documents.Where(d => d.Awaits == document.Thread && d.State == DocumentState.Held).ToListAsync(ct))
        {
            var body = new ReceiveReport(
                ReportKind.Correction, ReportSource.System, ReportChannel.Online, report.Agency, report.Category, report.Where(), waiting.SentAt,
                new ReportContent(Situation: waiting.Text.Length > 0 ? waiting.Text : null), PriorReportId: report.Id);
            if (await sending.SendAsync(body, ct) is not ({ } correction, _) || waiting.Become(correction.Id) is not null) continue;
            await clocks.StopAsync("document.look", waiting.Id, call.Now, ct);
            Settled(waiting);
        }
    }

    private sealed record Earlier(ReportDocument? Prior, bool IsSaid, bool IsOvertaken);
}
