using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>When; now where not given.</summary>
public sealed record ReturnRequisition([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The property was given back.</summary>
internal static class ReturnRequisitionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions/{id:guid}/return", Handle)
        .WithName("returnRequisition").WithSummary("The property was given back.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReturnRequisition request, RequisitionBook book, Clocks clocks, Call call, CancellationToken ct) =>
        await book.DecideAsync(agency, id, r => r.Return(request.OccurredAt ?? call.Now), r => clocks.StopAsync(Requisition.ReturnClock, r.Id, r.ChangedAt, ct), ct);
}
