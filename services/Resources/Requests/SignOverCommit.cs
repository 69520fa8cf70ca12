using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>Why.</summary>
public sealed record SignOverCommit(OverCommitReason Reason);

/// <summary>Reasons to take more than needed.</summary>
public enum OverCommitReason
{
    /// <summary>Some are expected to fail or come late.</summary>
    ExpectedLosses,
    /// <summary>Crews relieve each other.</summary>
    Relief,
    /// <summary>The need is expected to grow.</summary>
    GrowingNeed,
}

/// <summary>A commander lets a line take more than it needs, for a reason.</summary>
internal static class SignOverCommitCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/sign-over-commit", Handle)
        .WithName("signOverCommit").WithSummary("A commander lets a line take more than it needs, for a reason.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, SignOverCommit request, RequestBook book, CancellationToken ct) =>
        book.DecideAsync(agency, id, r => r.SignOverCommit(number, request.Reason), ct);
}
