using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Funds;

/// <summary>Planned money is set aside.</summary>
internal static class CommitFundCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/funds/{id:guid}/commit", Handle)
        .WithName("commitFund").WithSummary("Planned money is set aside.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<FundView>, ProblemHttpResult>> Handle(
        string agency, Guid id, FundBook book, Call call, CancellationToken ct) =>
        book.DecideAsync(agency, id, f => f.Commit(call.Now), ct);
}
