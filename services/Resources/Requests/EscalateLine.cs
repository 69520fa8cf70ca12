using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Agreements;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>The superior to ask for what no agreement brings, or nobody.</summary>
public sealed record EscalateLine([property: Text(40)] string? SuperiorAgency = null);

/// <summary>
/// A shortage goes on: whoever lends the type under an agreement and was not asked yet is asked in the order of the agreements, each for what is still missing and for
/// at most what it lends; then the superior for the rest. Who was asked and stayed silent holds nothing up, and neither does a need-by time that has passed.
/// </summary>
internal static class EscalateLineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/escalate", Handle)
        .WithName("escalateLine").IsLifeSafety().WithSummary("What a line still lacks is asked of those who lend it under agreements, in their order, and then of the superior.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, EscalateLine request, RequestBook book, AgreementBook agreements, Call call, CancellationToken ct)
    {
        if (request.SuperiorAgency is { } named && AgencyCode.Check(named, "/superiorAgency") is { } wrong) return wrong.Problem();
        if (await book.FindAsync(agency, id, ct) is not { } need) return Problems.NotFound("request", id);
        if (call.Stale(need.Version) is { } stale) return stale.Problem();
        if (need.Find(number) is not { } line) return Problems.NotFound("line");
        if (line.Rest == 0) return new Refusal("no-shortage", "Everything is promised or waited for.").Problem();
        var before = line.Asks.Count;
        foreach (var next in Next(line, await agreements.LendersAsync(agency, line.TypeCode, ct), request.SuperiorAgency, call.Now))
            if (book.Ask(need, number, next, RmMessage.RequestResource, isMessage: false) is { } refusal) return refusal.Problem();
        if (line.Asks.Count == before) return new Refusal("nobody-left", "Everyone who lends it was asked already: name the superior.").Problem();
        await book.ChangedAsync(need, call.Now, ct);
        return TypedResults.Ok(RequestView.Of(need));
    }

    /// <summary>Whom to ask next for what the line still lacks.</summary>
    internal static IReadOnlyList<AskMade> Next(Line line, IReadOnlyList<Agreement> lenders, string? superior, DateTimeOffset at)
    {
        var (rest, asks) = (line.Rest, new List<AskMade>());
        foreach (var lender in lenders.Where(l => !IsAsked(l.LenderAgency)))
        {
            var quantity = Math.Min(rest, lender.TermOf(line.TypeCode)!.Quantity);
            if (quantity == 0 || IsAsked(lender.LenderAgency)) continue;
            asks.Add(new(Guid.CreateVersion7(), lender.LenderAgency, AskRelation.Peer, quantity, at, lender.AgreementId));
            rest -= quantity;
        }
        if (rest > 0 && superior is not null && !IsAsked(superior)) asks.Add(new(Guid.CreateVersion7(), superior, AskRelation.Up, rest, at));
        return asks;

        bool IsAsked(string agency) => line.Asks.Exists(a => a.ToAgency == agency) || asks.Exists(a => a.ToAgency == agency);
    }
}
