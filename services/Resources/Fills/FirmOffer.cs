using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>The supplier makes a provisional offer firm; what stands behind it is leased now.</summary>
internal static class FirmOfferCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/firm", Handle)
        .WithName("firmOffer").WithSummary("The supplier makes a provisional offer firm.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, FillBook book, Offering offering, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, FillSide.Supplier, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        if (call.Stale(fill.Version) is { } stale) return stale.Problem();
        var move = new FillMove(FillStep.Firm, FillSide.Supplier, call.Now);
        if ((FillGuards.Refuse(fill, move) ?? FillRules.Refuse(move.Step, fill.State)) is { } early) return early.Problem();
        // The lease comes first: its number travels with the step.
        var (epoch, no) = await offering.LeaseAsync(fill, fill.Quantity, ct);
        if (no is not null) return no.Problem();
        return await book.TakeAsync(fill, move with { LeaseEpoch = epoch }, ct) is { } refusal ? refusal.Problem() : TypedResults.Ok(FillView.Of(fill));
    }
}
