using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Subscriptions;

/// <summary>Stops a subscription for a while, goes on from its cursor, or ends it.</summary>
internal static class MoveSubscription
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/subscriptions/{id:guid}/pause", Pause).WithName("pauseSubscription")
            .WithSummary("Stops delivering; the cursor waits.").RequireRole(Owned.Keepers).RequireIfMatch();
        routes.MapPost("/v1/subscriptions/{id:guid}/resume", Resume).WithName("resumeSubscription")
            .WithSummary("Goes on from the cursor after a pause, or after the region stopped delivering; nothing is left out.").RequireRole(Owned.Keepers).RequireIfMatch();
        routes.MapDelete("/v1/subscriptions/{id:guid}", End).WithName("endSubscription")
            .WithSummary("Ends a subscription for good; its secrets are destroyed.").RequireRole(Owned.Keepers).RequireIfMatch();
    }

    private static Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Pause(Guid id, ExchangeDb db, Call call, CancellationToken ct) =>
        MoveAsync(id, db, call, s => s.Pause(call.RealNow), _ => { }, ct);

    private static Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Resume(Guid id, ExchangeDb db, Call call, CancellationToken ct) =>
        MoveAsync(id, db, call, s => s.Resume(call.RealNow), l => l.Wake(call.RealNow), ct);

    private static Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> End(Guid id, ExchangeDb db, Call call, CancellationToken ct) =>
        MoveAsync(id, db, call, s => s.End(call.RealNow), l => db.Remove(l), ct);

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> MoveAsync(
        Guid id, ExchangeDb db, Call call, Func<Subscription, Refusal?> move, Action<Webhooks.Lane> each, CancellationToken ct)
    {
        if (await db.Subscriptions.OwnAsync(id, call, ct) is not { } subscription) return Problems.NotFound("subscription", id);
        if (call.Stale(subscription.Version) is { } stale) return stale.Problem();
        if (move(subscription) is { } refusal) return refusal.Problem();
        foreach (var lane in await db.Lanes.Where(l => l.SubscriptionId == id).ToListAsync(ct)) each(lane);
        db.Append(id, subscription.Changed());
        return TypedResults.Ok(await SubscriptionView.ReadAsync(subscription, db, ct));
    }
}
