using Coordination.Exchange.Webhooks;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Exchange.Subscriptions;

/// <summary>Gives a webhook a new secret. For a day both sign; then the old one is of no use to anyone.</summary>
internal static class RotateSecret
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/subscriptions/{id:guid}/secret", Handle)
        .WithName("rotateSecret").WithSummary("Makes a new secret, shown once, here; the old one signs too for 24 hours.").RequireRole(Owned.Keepers).RequireIfMatch().SealsAnswer();

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Handle(Guid id, ExchangeDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.Subscriptions.OwnAsync(id, call, ct) is not { } subscription) return Problems.NotFound("subscription", id);
        if (call.Stale(subscription.Version) is { } stale) return stale.Problem();
        var secret = WebhookSecret.Make();
        if (subscription.Rotate(box.Seal(secret), call.RealNow + Overlap, call.RealNow) is { } refusal) return refusal.Problem();
        db.Append(id, subscription.Changed(secretRotated: true));
        return TypedResults.Ok(await SubscriptionView.ReadAsync(subscription, db, ct, secret));
    }
}
