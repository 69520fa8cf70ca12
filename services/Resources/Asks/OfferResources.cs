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

/// <summary>
/// The offer. Accept leases a named unit, or goods that expire first; Provisional leases nothing and needs a reason.
/// A quote needs a price. The lease holds until <paramref name="ValidUntil"/>, or as long as the package says.
/// </summary>
public sealed record OfferResources(
    [property: Range(1, 1_000_000)] int Quantity, OfferResponse Response = OfferResponse.Accept, FillReason? Reason = null, Guid? UnitId = null,
    [property: Range(0, 1_000_000_000_000)] long? PriceMinor = null, [property: Text(3, 3)] string? Currency = null,
    DateTimeOffset? AvailableUntil = null, DateTimeOffset? ValidUntil = null);

/// <summary>How firm an offer is.</summary>
public enum OfferResponse
{
    /// <summary>Firm.</summary>
    Accept,
    /// <summary>Not yet firm; needs a reason.</summary>
    Provisional,
}

/// <summary>The supplier answers an ask with an offer (EDXL-RM ResponseToRequestResource).</summary>
internal static class OfferResourcesCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/asks/{id:guid}/offer", Handle)
        .WithName("offerResources").WithSummary("The supplier answers an ask with an offer; several offers may answer one ask.")
        .RequireRole(Who.Moves);

    private static async Task<Results<Created<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, OfferResources request, ResourcesDb db, Offering offering, CancellationToken ct)
    {
        if (await db.AskOfAsync(agency, id, ct) is not { } ask) return Problems.NotFound("ask", id);
        if (Money.Check(request.PriceMinor, request.Currency) is { } wrong) return wrong.Problem();
        if (ask.Message == RmMessage.RequestQuote && request.PriceMinor is null)
            return Refusal.Invalid("/priceMinor", "price-required", "A quote was asked for: name the price, 0 where it is free.").Problem();
        var terms = new OfferTerms(request.Quantity, request.Response == OfferResponse.Accept ? RmResponse.Accept : RmResponse.Provisional,
            request.Reason, request.UnitId, request.PriceMinor, request.Currency, request.AvailableUntil, request.ValidUntil);
        var (fill, refusal) = await offering.AnswerAsync(ask, terms, FillState.Offered, ct);
        return refusal is not null ? refusal.Problem() : TypedResults.Created($"/v1/agencies/{agency}/offers/{fill!.FillId}", FillView.Of(fill));
    }
}
