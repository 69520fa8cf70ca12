using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>Since when; now where not given.</summary>
public sealed record TakeIntoUse([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The property is in use.</summary>
internal static class TakeIntoUseCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions/{id:guid}/take-into-use", Handle)
        .WithName("takeIntoUse").WithSummary("The property is in use.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> Handle(
        string agency, Guid id, TakeIntoUse request, RequisitionBook book, Call call, CancellationToken ct) =>
        await book.DecideAsync(agency, id, r => r.TakeIntoUse(request.OccurredAt ?? call.Now), null, ct);
}
