using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Subscriptions;

/// <summary>The caller's agency looks at its subscriptions; those that ended are shown by their id only.</summary>
internal static class ReadSubscriptions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/subscriptions", List).WithName("listSubscriptions").WithSummary("The subscriptions of the caller's agency, oldest first.").RequireRole(Owned.Keepers);
        routes.MapGet("/v1/subscriptions/{id:guid}", Read).WithName("readSubscription").WithSummary("One subscription and how far it has come.").RequireRole(Owned.Keepers);
    }

    private static async Task<Ok<Page<SubscriptionView>>> List(Paging page, ExchangeDb db, Call call, CancellationToken ct)
    {
        var rows = await db.Subscriptions.By(call).AsNoTracking().Where(s => s.State != SubscriptionState.Ended)
            .ToPageAsync(page, s => s.Id, s => s, ct);
        return TypedResults.Ok(new Page<SubscriptionView>(await SubscriptionView.ReadAsync(rows.Items, db, ct), rows.Next));
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Read(Guid id, ExchangeDb db, Call call, CancellationToken ct) =>
        await db.Subscriptions.OwnAsync(id, call, ct) is { } found ? TypedResults.Ok(await SubscriptionView.ReadAsync(found, db, ct)) : Problems.NotFound("subscription", id);
}
