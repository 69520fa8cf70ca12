using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Funds;

/// <summary>What was paid, in minor units.</summary>
public sealed record SpendFund([property: Range(1, 1_000_000_000_000_000)] long AmountMinor);

/// <summary>Money is paid; at most what is committed.</summary>
internal static class SpendFundCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/funds/{id:guid}/spend", Handle)
        .WithName("spendFund").WithSummary("Money is paid; at most what is committed.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FundView>, ProblemHttpResult>> Handle(
        string agency, Guid id, SpendFund request, FundBook book, Call call, CancellationToken ct) =>
        book.DecideAsync(agency, id, f => f.Spend(request.AmountMinor, call.Caller.Subject, call.Now), ct);
}
