using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>Why, and until when, the words of a case are not destroyed.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">Until when; at most five years from now.</param>
public sealed record HoldFile(HoldReason Reason, DateTimeOffset Until);

internal static class HoldFileSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/hold-file", Handle)
        .WithName("holdFile").WithSummary("Keeps the words beyond their time, as evidence or for a review, until a day.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, HoldFile body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Hold(body.Reason, body.Until, call.Now), null, ct);
}
