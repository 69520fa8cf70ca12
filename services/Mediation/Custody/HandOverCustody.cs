using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Custody;

/// <summary>Who keeps the piece from now on.</summary>
/// <param name="To">Subject of their token.</param>
public sealed record HandOverCustody([property: Text(100)] string To);

internal static class HandOverCustodySlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/evidence/{id:guid}/hand-over", Handle)
        .WithName("handOverCustody").WithSummary("The keeper hands the piece to another person; a refused attempt is logged.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<EvidenceView>, ProblemHttpResult>> Handle(Guid id, HandOverCustody body, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.EvidenceAsync(id, call, ct) is not { } item) return Problems.NotFound("evidence", id);
        var refused = item.HandOver(body.To, call.Caller.Subject);
        await db.LogAsync(item, CustodyAction.HandOver, refused, [], call, ct);
        return TypedResults.Ok(EvidenceView.Of(item, refused));
    }
}
