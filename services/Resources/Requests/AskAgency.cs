using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Agreements;
using Coordination.Resources.Fills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>Whom to ask, for how many, whether a price is asked for first, and the agreement on mutual aid under which it is asked.</summary>
public sealed record AskAgency([property: Text(40)] string ToAgency, AskRelation Relation, [property: Range(1, 1_000_000)] int Quantity, bool QuoteOnly = false,
    Guid? AgreementId = null);

/// <summary>The requester asks an agency for an approved line: itself, a peer or a superior (EDXL-RM RequestResource, RequestQuote).</summary>
internal static class AskAgencyCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/ask", Handle)
        .WithName("askAgency").WithSummary("The requester asks an agency for an approved line.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, AskAgency request, RequestBook book, AgreementBook agreements, Call call, CancellationToken ct)
    {
        if (AgencyCode.Check(request.ToAgency, "/toAgency") is { } wrong) return wrong.Problem();
        if (await book.FindAsync(agency, id, ct) is not { } need) return Problems.NotFound("request", id);
        if (call.Stale(need.Version) is { } stale) return stale.Problem();
        if (request.AgreementId is { } named && await UncoveredAsync(agreements, need, number, named, request, call, ct) is { } uncovered) return uncovered.Problem();
        var ask = new AskMade(Guid.CreateVersion7(), request.ToAgency, request.Relation, request.Quantity, call.Now, request.AgreementId);
        if (book.Ask(need, number, ask, request.QuoteOnly ? RmMessage.RequestQuote : RmMessage.RequestResource, isMessage: false) is { } refusal) return refusal.Problem();
        await book.ChangedAsync(need, call.Now, ct);
        return TypedResults.Ok(RequestView.Of(need));
    }

    private static async Task<Refusal?> UncoveredAsync(AgreementBook agreements, Request need, int number, Guid id, AskAgency request, Call call, CancellationToken ct) =>
        await agreements.FindAsync(need.Agency, id, ct) is not { } agreement ? Refusal.Invalid("/agreementId", "no-such-agreement", "The agency has no such agreement.")
            : need.Find(number) is { } line ? agreement.Covers(request.ToAgency, line.TypeCode, request.Quantity, call.Now) : null;
}
