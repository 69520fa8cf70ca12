using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>The requester puts its lines to review; the review clock and each line's need-by clock start.</summary>
internal static class SubmitRequestCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/submit", Handle)
        .WithName("submitRequest").WithSummary("The requester puts its lines to review.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, RequestBook book, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, id, ct) is not { } request) return Problems.NotFound("request", id);
        if (call.Stale(request.Version) is { } stale) return stale.Problem();
        if (request.Submit(call.Now) is { } refusal) return refusal.Problem();
        var scope = new ClockScope(Level: request.Level?.ToString());
        var last = await clocks.FindAsync("request.review", request.Id, ct);
        clocks.Start("request.review", request.Id, request.Subject, call.Now, scope, occurrence: (last?.Occurrence ?? -1) + 1);
        foreach (var line in request.Lines.Where(l => l.State == LineState.Submitted))
        {
            var before = await clocks.FindAsync("request.need-by", line.Id, ct);
            if (before is not null) await clocks.CancelAsync("request.need-by", line.Id, ct);
            clocks.Start("request.need-by", line.Id, request.Subject, call.Now, due: line.NeedBy, occurrence: (before?.Occurrence ?? -1) + 1);
        }
        await book.ChangedAsync(request, call.Now, ct);
        return TypedResults.Ok(RequestView.Of(request));
    }
}
