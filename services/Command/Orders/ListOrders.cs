using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Orders;

/// <summary>Orders, of one incident or activation if named.</summary>
internal static class ListOrders
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/orders", Handle)
        .WithName("listOrders").WithSummary("Orders, of one incident or activation if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<OrderView>>> Handle(Guid? incident, OrderState? state, Guid? activation, Guid? group, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Orders.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (incident == null || x.IncidentId == incident) && (state == null || x.State == state) && (activation == null || x.ActivationId == activation)
                && (group == null || x.GroupId == group))
            .ToPageAsync(page, x => x.Id, OrderView.Of, ct));
}
