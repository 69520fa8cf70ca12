using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Exchange.Subscriptions;

/// <summary>How far a reader has come.</summary>
/// <param name="Position">The last position that it is done with, an event's or a bookmark's.</param>
public sealed record AcknowledgeEvents([property: Range(0.0, 9e15)] long Position);

/// <summary>Moves the cursor of a stream forward. It never moves back, so readers may say it in any order; a reader that names none resumes here.</summary>
internal static class AcknowledgeEventsCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/subscriptions/{id:guid}/acknowledge", Handle)
        .WithName("acknowledgeEvents").WithSummary("Says how far the events of a stream were taken.").RequireRole(Owned.Keepers);

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Handle(Guid id, AcknowledgeEvents request, ExchangeDb db, Call call, CancellationToken ct)
    {
        if (await db.Subscriptions.OwnAsync(id, call, ct) is not { } subscription) return Problems.NotFound("subscription", id);
        if (subscription.Kind != SubscriptionKind.Stream) return new Refusal("not-a-stream", "The region itself moves the cursor of what it delivers.").Problem();
        if (subscription.State == SubscriptionState.Ended) return new Refusal("subscription-ended", "The subscription has ended.").Problem();
        if (request.Position > await EventLog.HeadAsync(db, ct)) return Refusal.Invalid("/position", "position", "Must be a position of this log.").Problem();
        var cursor = (await db.Cursors.FindAsync([id], ct))!;
        cursor.Position = Math.Max(cursor.Position, request.Position);
        return TypedResults.Ok(SubscriptionView.Of(subscription, cursor, []));
    }
}
