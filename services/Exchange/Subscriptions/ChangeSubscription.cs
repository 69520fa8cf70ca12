using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Subscriptions;

/// <summary>A subscription as it shall be from now on. Its cursor stays where it is.</summary>
public sealed record ChangeSubscription([property: Text(100)] string Name, [property: Text(2000)] string? Url = null, SubscriptionFilter? Filter = null);

/// <summary>Changes name, address and filter. What waits for a webhook is tried at the new address at once.</summary>
internal static class ChangeSubscriptionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/v1/subscriptions/{id:guid}", Handle)
        .WithName("changeSubscription").WithSummary("Changes what is subscribed to and where it goes.").RequireRole(Owned.Keepers).RequireIfMatch();

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Handle(
        Guid id, ChangeSubscription request, ExchangeDb db, OutboundPost post, Call call, CancellationToken ct)
    {
        if (request.Filter?.Judge(m => $"/filter/{m}") is { } odd) return odd.Problem();
        if (request.Url is { } url && post.Judge(url, "/url") is { } closed) return closed.Problem();
        if (await db.Subscriptions.OwnAsync(id, call, ct) is not { } subscription) return Problems.NotFound("subscription", id);
        if (call.Stale(subscription.Version) is { } stale) return stale.Problem();
        var moved = subscription.Url != request.Url;
        if (subscription.Change(request.Name, request.Url, request.Filter, call.RealNow) is { } refusal) return refusal.Problem();
        if (moved)
            foreach (var lane in await db.Lanes.Where(l => l.SubscriptionId == id).ToListAsync(ct)) lane.Wake(call.RealNow);
        db.Append(id, subscription.Changed());
        return TypedResults.Ok(await SubscriptionView.ReadAsync(subscription, db, ct));
    }
}
