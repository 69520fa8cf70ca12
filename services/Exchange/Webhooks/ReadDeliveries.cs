using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Webhooks;

/// <summary>What was sent to a webhook and how it ended, for a week.</summary>
internal static class ReadDeliveries
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/subscriptions/{id:guid}/deliveries", List)
        .WithName("listDeliveries").WithSummary("The attempts to deliver to a webhook in the last seven days, oldest first.").RequireRole(Owned.Keepers);

    private static async Task<Results<Ok<Page<DeliveryView>>, ProblemHttpResult>> List(Guid id, Paging page, ExchangeDb db, Call call, CancellationToken ct) =>
        await db.Subscriptions.OwnAsync(id, call, ct) is null
            ? Problems.NotFound("subscription", id)
            : TypedResults.Ok(await db.Deliveries.AsNoTracking().Where(d => d.SubscriptionId == id).ToPageAsync(page, d => d.Id, DeliveryView.Of, ct));
}

/// <summary>One attempt to deliver one event.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EventId">The event, and the <c>webhook-id</c> of every attempt to deliver it.</param>
/// <param name="EventType">Event type.</param>
/// <param name="Subject">The incident or entity it is about.</param>
/// <param name="Position">Its place in the log.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Outcome">How the call ended.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Milliseconds">How long that took.</param>
/// <param name="NextAt">When it is tried again.</param>
public sealed record DeliveryView(
    Guid Id, Guid EventId, string EventType, Guid Subject, long Position, int Attempt, OutboundOutcome Outcome, int? Status, DateTimeOffset At, int Milliseconds, DateTimeOffset? NextAt)
{
    internal static DeliveryView Of(Delivery d) => new(d.Id, d.EventId, d.EventType, d.Subject, d.Position, d.Attempt, d.Outcome, d.Status, d.At, d.Milliseconds, d.NextAt);
}
