using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Asks;

/// <summary>What is committed: a named unit, or goods that expire first.</summary>
public sealed record CommitResources([property: Range(1, 1_000_000)] int Quantity, Guid? UnitId = null, DateTimeOffset? AvailableUntil = null);

/// <summary>
/// The supplier commits at once (Request, then Commit: legal practice in EDXL-RM). Selection and order are implied and shown as such; what
/// exceeds the line's need is called back by the requester's book.
/// </summary>
internal static class CommitResourcesCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/asks/{id:guid}/commit", Handle)
        .WithName("commitResources").WithSummary("The supplier commits at once, without an order.")
        .RequireRole(Who.Moves);

    private static async Task<Results<Created<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, CommitResources request, ResourcesDb db, Offering offering, CancellationToken ct)
    {
        if (await db.AskOfAsync(agency, id, ct) is not { } ask) return Problems.NotFound("ask", id);
        if (ask.Message == RmMessage.RequestQuote) return new Refusal("quote-asked", "A quote was asked for: offer with a price.").Problem();
        var terms = new OfferTerms(request.Quantity, RmResponse.Accept, UnitId: request.UnitId, AvailableUntil: request.AvailableUntil);
        var (fill, refusal) = await offering.AnswerAsync(ask, terms, FillState.Committed, ct);
        return refusal is not null ? refusal.Problem() : TypedResults.Created($"/v1/agencies/{agency}/offers/{fill!.FillId}", FillView.Of(fill));
    }
}
