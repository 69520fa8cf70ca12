using Coordination.Contracts.Events;
using Coordination.Exchange.Events;
using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Coordination.Exchange.Amqp;

/// <summary>
/// Delivers to one agency's exchange at the broker, in the order of the log. The cursor passes an event when every queue that is bound to its key has it. While
/// a queue is full, or none is bound, the cursor waits however long that lasts, and the event alone is tried now and then.
/// </summary>
internal sealed class AmqpCourier(Guid id, EventLog events, TopicExchanges exchanges, AccessLog accesses, OwnWork work, ServiceInstance instance, TimeProvider time, ILogger log)
    : Courier(id, events, work, instance, time, log)
{
    private const int Window = 64;

    /// <summary>Passing over what is not wanted is written now and then only: looking at it again costs little.</summary>
    private const long WorthWriting = 1_000;

    private static readonly TimeSpan Margin = TopicExchange.Longest + TimeSpan.FromSeconds(3);
    private TopicExchange? exchange;
    private HashSet<long> noted = [];
    private int failures;

    protected override async Task<bool> StepAsync(CancellationToken ct)
    {
        var (subscription, cursor) = await Work.ReadAsync<ExchangeDb, (Subscription?, SubscriptionCursor?)>(async db => (
            await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id && s.Kind == SubscriptionKind.Amqp && s.State == SubscriptionState.Active, ct),
            await db.Cursors.AsNoTracking().FirstOrDefaultAsync(c => c.SubscriptionId == Id, ct)), ct);
        if (subscription is null || cursor is null) return false;
        var stretch = await Events.ReadAsync(After(subscription, cursor.Position), Window, Sight.Of(subscription), ct);
        if (stretch.Events.Count == 0 && stretch.UpTo - cursor.Position < WorthWriting && cursor.Hold is null) await PassAsync(subscription, stretch.UpTo, stretch.IsEnd, null, ct);
        else if (Lease.LastsFor(Margin)) await DeliverAsync(subscription, cursor, stretch, ct);
        else await ClaimAsync(ct);
        return true;
    }

    protected override async ValueTask EndAsync()
    {
        if (exchange is not null) await exchange.DisposeAsync();
    }

    private async Task DeliverAsync(Subscription subscription, SubscriptionCursor stood, LogStretch stretch, CancellationToken ct)
    {
        // Of two queues that are bound to one key only one may be full: the other is given what is tried, so that is one event and not many.
        IReadOnlyList<LoggedEvent> due = stood.Hold is null ? stretch.Events : [.. stretch.Events.Take(1)];
        // What waits was noted when it was first tried; a filter that changed meanwhile may have put another in its place.
        if (due.Any(e => !noted.Contains(e.Position)))
        {
            await Given.By(accesses, subscription, "amqp").NoteAsync(Work, due, ct);
            noted = [.. due.Select(e => e.Position)];
        }
        exchange ??= exchanges.Of(subscription.Agency);
        var (taken, outcome) = await exchange.PublishAsync([.. due.Select(e => (RoutingKey.Of(subscription, e), e))], ct);
        var hold = outcome == TopicOutcome.Taken ? (TopicOutcome?)null : outcome;
        var upTo = taken == stretch.Events.Count ? stretch.UpTo : stretch.Events[taken].Position - 1;
        if (upTo != stood.Position || hold != stood.Hold)
            await Lease.WriteAsync(subscription.ExerciseId, (_, _, cursor) =>
            {
                (cursor.Position, cursor.Hold) = (upTo, hold);
                return Task.CompletedTask;
            }, ct);
        if (hold is null) failures = 0;
        else await Task.Delay(Pause(outcome), Time, ct);
    }

    /// <summary>Ten seconds at most. Nobody waits for an exchange that nobody has made, and looking for it costs a connection each time: a minute.</summary>
    private TimeSpan Pause(TopicOutcome outcome)
    {
        var (pause, most) = (TimeSpan.FromMilliseconds(250 << Math.Min(failures++, 8)), TimeSpan.FromSeconds(outcome == TopicOutcome.NotProvisioned ? 60 : 10));
        return pause < most ? pause : most;
    }
}
