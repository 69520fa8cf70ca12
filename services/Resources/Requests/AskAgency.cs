using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>Whom to ask, for how many, and whether a price is asked for first.</summary>
public sealed record AskAgency([property: Text(40)] string ToAgency, AskRelation Relation, [property: Range(1, 1_000_000)] int Quantity, bool QuoteOnly = false);

/// <summary>The requester asks an agency for an approved line: itself, a peer or a superior (EDXL-RM RequestResource, RequestQuote).</summary>
internal static class AskAgencyCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/ask", Handle)
        .WithName("askAgency").WithSummary("The requester asks an agency for an approved line.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, AskAgency request, RequestBook book, Call call, CancellationToken ct)
    {
        if (AgencyCode.Check(request.ToAgency, "/toAgency") is { } wrong) return wrong.Problem();
        if (await book.FindAsync(agency, id, ct) is not { } need) return Problems.NotFound("request", id);
        if (call.Stale(need.Version) is { } stale) return stale.Problem();
        var ask = new AskMade(Guid.CreateVersion7(), request.ToAgency, request.Relation, request.Quantity, call.Now);
        if (book.Ask(need, number, ask, request.QuoteOnly ? RmMessage.RequestQuote : RmMessage.RequestResource, isMessage: false) is { } refusal) return refusal.Problem();
        await book.ChangedAsync(need, call.Now, ct);
        return TypedResults.Ok(RequestView.Of(need));
    }
}
