using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>The authority orders the requisition; not who proposed it.</summary>
internal static class OrderRequisitionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions/{id:guid}/order", Handle)
        .WithName("orderRequisition").WithSummary("The authority orders the requisition; not who proposed it.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> Handle(
        string agency, Guid id, RequisitionBook book, Call call, CancellationToken ct) =>
        await book.DecideAsync(agency, id, r => r.Order(call.Caller.Subject, call.Now), null, ct);
}
