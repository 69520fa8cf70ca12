using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;
using Coordination.Resources.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Resources.Requests;

/// <summary>What every change of a request brings with it: its clocks, and one event with the whole derived picture.</summary>
internal sealed class RequestBook(ResourcesDb db, Call call, Clocks clocks)
{
    public async Task<Request?> FindAsync(string agency, Guid id, CancellationToken ct) =>
        await db.Requests.FindAsync([id], ct) is { } request && request.Agency == agency && request.ExerciseId == call.Exercise ? request : null;

    /// <summary>The whole use case of a plain decision.</summary>
    public async Task<Results<Ok<RequestView>, ProblemHttpResult>> DecideAsync(string agency, Guid id, Func<Request, Refusal?> decide, CancellationToken ct)
    {
        if (await FindAsync(agency, id, ct) is not { } request) return Problems.NotFound("request", id);
        if (call.Stale(request.Version) is { } stale) return stale.Problem();
        if (decide(request) is { } refusal) return refusal.Problem();
        await ChangedAsync(request, call.Now, ct);
        return TypedResults.Ok(RequestView.Of(request));
    }

    /// <summary>A new request of lines that are sound. Without a level it takes the one that is in force for the incident.</summary>
    public async Task<Request> DraftAsync(string agency, Guid? incident, ResponseGrade? level, IEnumerable<Line> lines, string? instructions, CancellationToken ct)
    {
        level ??= incident is { } id && await db.Levels.FindAsync([id], ct) is { } known ? known.Level : null;
        var need = Request.Draft(Guid.CreateVersion7(), call.Exercise, agency, incident, level, lines, instructions, call.Now);
        db.Add(need);
        return need;
    }

    /// <summary>Puts the lines to review; the review clock and each line's need-by clock start.</summary>
    public async Task<Refusal?> SubmitAsync(Request request, CancellationToken ct)
    {
        if (request.Submit(call.Now) is { } refusal) return refusal;
        var scope = new ClockScope(Level: request.Level?.ToString());
        var last = await clocks.FindAsync("request.review", request.Id, ct);
        clocks.Start("request.review", request.Id, request.Subject, call.Now, scope, occurrence: (last?.Occurrence ?? -1) + 1);
        foreach (var line in request.Lines.Where(l => l.State == LineState.Submitted))
        {
            var before = await clocks.FindAsync("request.need-by", line.Id, ct);
            if (before is not null) await clocks.CancelAsync("request.need-by", line.Id, ct);
            clocks.Start("request.need-by", line.Id, request.Subject, call.Now, due: line.NeedBy, occurrence: (before?.Occurrence ?? -1) + 1);
        }
        return null;
    }

    /// <summary>Asks an agency for a line, and says so. An ask that no message of EDXL-RM made begins a thread of its own.</summary>
    public Refusal? Ask(Request need, int number, AskMade ask, RmMessage message, bool isMessage)
    {
        if (need.Ask(number, ask) is { } refusal) return refusal;
        var line = need.Find(number)!;
        var asked = new ResourcesRequested(ask.AskId, need.Id, line.Id, need.IncidentId, need.Agency, ask.ToAgency, ask.Relation, message, line.TypeCode, ask.Quantity,
            line.UnitOfMeasure, line.Mission, line.NeedBy, call.Now, ask.AgreementId);
        db.Append(need.Subject, asked);
        clocks.Start("request.answer", ask.AskId, need.Subject, call.Now);
        if (!isMessage) db.Add(RmPart.Asked(asked, call.Exercise, number));
        return null;
    }

    public async Task<Refusal?> FitsAsync(Fill fill, int quantity, CancellationToken ct) =>
        fill.RequestId is { } id && await db.Requests.FindAsync([id], ct) is { } request ? request.Fits(fill.LineId!.Value, fill.FillId, quantity) : null;

    /// <summary>True when the request is kept here and has no room for the fill.</summary>
    public async Task<bool> IsExcessAsync(Fill fill, CancellationToken ct) => await FitsAsync(fill, fill.Quantity, ct) is not null;

    /// <summary>Takes a fill's newest state into its line.</summary>
    public async Task CountAsync(Fill fill, DateTimeOffset at, CancellationToken ct)
    {
        if (fill.RequestId is not { } id || fill.LineId is not { } line || await db.Requests.FindAsync([id], ct) is not { } request) return;
        if (request.Count(line, new(fill.FillId, fill.SupplierAgency, fill.State, fill.Quantity, fill.AskId, fill.PriceMinor > 0))) await ChangedAsync(request, at, ct);
        // Whatever it says, it is an answer; it came when the fill was offered, however late it is heard.
        if (fill.AskId is { } ask) await clocks.StopAsync("request.answer", ask, fill.OfferedAt, ct);
    }

    public async Task ChangedAsync(Request request, DateTimeOffset at, CancellationToken ct)
    {
        if (request.SubmittedAt is not null && !request.Lines.Exists(l => l.State == LineState.Submitted)) await clocks.StopAsync("request.review", request.Id, at, ct);
        foreach (var line in request.Lines)
            if (line.IsMet) await clocks.StopAsync("request.need-by", line.Id, at, ct);
            else if (line.State is LineState.Denied or LineState.Cancelled or LineState.Unfilled) await clocks.CancelAsync("request.need-by", line.Id, ct);
        foreach (var ask in request.Lines.Where(l => !l.TakesAsks).SelectMany(l => l.Asks.Where(l.IsAwaited))) await clocks.CancelAsync("request.answer", ask.AskId, ct);
        db.Append(request.Subject, new RequestChanged(request.Id, request.IncidentId, request.Agency, request.Level, NeedViews.Of(request.Lines),
            [.. request.Lines.Select(l => new RequestedLine(l.Id, l.Number, l.TypeCode, l.UnitOfMeasure, l.Quantity, l.Approved, l.Committed, l.State))], at));
    }
}
