using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Exchange.Webhooks;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Subscriptions;

/// <summary>What an agency subscribes to.</summary>
/// <param name="Name">What the agency calls it.</param>
/// <param name="Kind">How events reach it.</param>
/// <param name="Url">Where a webhook is delivered: https, on the open network unless the operator allows more.</param>
/// <param name="Filter">Which events; without it all that the agency may see.</param>
/// <param name="After">The last position of the log that is not wanted: 0 for the whole log; absent for what comes from now on.</param>
public sealed record CreateSubscription(
    [property: Text(100)] string Name, SubscriptionKind Kind, [property: Text(2000)] string? Url = null, SubscriptionFilter? Filter = null, [property: Range(0.0, 9e15)] long? After = null);

/// <summary>Makes a subscription of the caller's agency. The secret of a webhook is in this answer and never again.</summary>
internal static class CreateSubscriptionCase
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/subscriptions", Handle)
        .WithName("createSubscription").WithSummary("Subscribes the caller's agency to events; the secret of a webhook is shown once, here.").RequireRole(Owned.Keepers).SealsAnswer();

    private static async Task<Results<Created<SubscriptionView>, ProblemHttpResult>> Handle(
        CreateSubscription request, ExchangeDb db, OutboundPost post, TopicExchanges exchanges, ISecretBox box, Call call, CancellationToken ct)
    {
        if (request.Filter?.Judge(m => $"/filter/{m}") is { } odd) return odd.Problem();
        if (request.Url is { } url && post.Judge(url, "/url") is { } closed) return closed.Problem();
        var head = await EventLog.HeadAsync(db, ct);
        if (request.After > head) return Refusal.Invalid("/after", "position", "Must be a position of this log.").Problem();
        if (await db.Subscriptions.By(call).CountAsync(s => s.State != SubscriptionState.Ended, ct) >= Most)
            return new Refusal("too-many-subscriptions", $"An agency has at most {Most} subscriptions; end one that is not needed.").Problem();
        if (request.Kind == SubscriptionKind.Amqp && await JudgeAmqpAsync(db, exchanges, call, ct) is { } none) return none.Problem();
        var secret = WebhookSecret.Make();
        var (made, refusal) = Subscription.Open(request.Kind, request.Name, request.Url, request.Filter, box.Seal(secret), call.Caller.Agency, call.Exercise, call.RealNow);
        if (made is null) return refusal!.Problem();
        var cursor = new SubscriptionCursor { SubscriptionId = made.Id, Position = request.After ?? head };
        db.Add(made);
        db.Add(cursor);
        db.Append(made.Id, made.Changed());
        return TypedResults.Created($"/v1/subscriptions/{made.Id}", SubscriptionView.Of(made, cursor, [], made.Secret is null ? null : secret));
    }

    /// <summary>An agency has one exchange: a second subscription would put the same events into it once more.</summary>
    private static async Task<Refusal?> JudgeAmqpAsync(ExchangeDb db, TopicExchanges exchanges, Call call, CancellationToken ct) =>
        !exchanges.IsThere ? new Refusal("no-broker", "This region has no broker; take a webhook or a stream.")
        : await db.Subscriptions.By(call).AnyAsync(s => s.Kind == SubscriptionKind.Amqp && s.State != SubscriptionState.Ended, ct)
            ? new Refusal("amqp-subscribed-already", "The agency has one exchange and one subscription to it; change the filter of that one.")
            : null;
}
