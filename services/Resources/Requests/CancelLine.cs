using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requests;

/// <summary>Why.</summary>
public sealed record CancelLine(FillReason Reason);

/// <summary>
/// The requester calls a line off, before all its fills are deployed. Offers are rejected, orders called back, what left already is released.
/// </summary>
internal static class CancelLineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/cancel", Handle)
        .WithName("cancelLine").WithSummary("The requester calls a line off.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, CancelLine request, ResourcesDb db, RequestBook book, FillBook fills, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, id, ct) is not { } need) return Problems.NotFound("request", id);
        if (call.Stale(need.Version) is { } stale) return stale.Problem();
        if (await CancelAsync(need, number, request.Reason, db, fills, call.Now, ct) is { } refusal) return refusal.Problem();
        await book.ChangedAsync(need, call.Now, ct);
        return TypedResults.Ok(RequestView.Of(need));
    }

    /// <summary>Takes back what was asked for the line, and ends or releases its fills; or refuses, and the caller must save nothing.</summary>
    internal static async Task<Refusal?> CancelAsync(Request need, int number, FillReason why, ResourcesDb db, FillBook fills, DateTimeOffset at, CancellationToken ct)
    {
        if (need.Cancel(number) is { } refusal) return refusal;
        var line = need.Find(number)!;
        foreach (var ask in line.Asks) db.Append(need.Subject, new AskWithdrawn(ask.AskId, need.Agency, ask.ToAgency, at));
        foreach (var fill in await db.Fills.Where(f => f.LineId == line.Id && f.Side == FillSide.Requester).ToListAsync(ct))
            if (Ending(fill.State) is { } step && await fills.TakeAsync(fill, new(step, FillSide.Requester, at, Reason: why), ct) is { } no)
                return no;
        return null;
    }

    private static FillStep? Ending(FillState state) =>
        new[] { FillStep.Reject, FillStep.Cancel, FillStep.Release }.Where(s => FillRules.Allows(s, state)).Select(s => (FillStep?)s).FirstOrDefault();
}
