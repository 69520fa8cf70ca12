using Coordination.Exchange.Events;
using Coordination.Platform;
using Microsoft.Extensions.Logging;

namespace Coordination.Exchange.Subscriptions;

/// <summary>
/// Delivers for one subscription, at its pace and nobody else's. Of the replicas the one does that holds the lease of the cursor; what was delivered and not
/// written is delivered again under the same id.
/// </summary>
internal abstract partial class Courier(Guid id, EventLog events, OwnWork work, ServiceInstance instance, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5);

    /// <summary>How far it looked for what the subscription asked for then, and found nothing: that is not written, and not looked through again.</summary>
    private (int Version, long Position) passed;

    protected Guid Id { get; } = id;

    protected EventLog Events { get; } = events;

    protected OwnWork Work { get; } = work;

    protected TimeProvider Time { get; } = time;

    protected CursorLease Lease { get; } = new(id, work, instance, time);

    /// <summary>Runs until the subscription is no longer active.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        try
        {
            for (var failures = 0; ;)
            {
                try
                {
                    if (!await StepAsync(ct)) return;
                    failures = 0;
                    ct.ThrowIfCancellationRequested();
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    Lease.Forget();
                    Failed(log, Id, e.GetBaseException().GetType().Name);
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5_000, 100 << Math.Min(failures++, 6))), Time, ct);
                }
            }
        }
        finally
        {
            await EndAsync();
        }
    }

    /// <summary>Reads what is due, and delivers it or waits; false when nothing is delivered for the subscription any more.</summary>
    protected abstract Task<bool> StepAsync(CancellationToken ct);

    /// <summary>Where it looks on.</summary>
    protected long After(Subscription subscription, long cursor) => passed.Version == subscription.Version ? Math.Max(passed.Position, cursor) : cursor;

    /// <summary>Gives up what it holds open.</summary>
    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    /// <summary>There was nothing for it up to a position: looks on, or waits until there may be something, until the subscription changes, or until a lane is due.</summary>
    protected async Task PassAsync(Subscription subscription, long upTo, bool isEnd, DateTimeOffset? due, CancellationToken ct)
    {
        passed = (subscription.Version, upTo);
        if (!isEnd) return;
        var (filter, wait) = (Sight.Of(subscription), due - Time.GetUtcNow() ?? Backstop);
        await Events.WaitAsync(upTo, e => filter.MayTake(e) || e.Subject == Id, wait > Backstop ? Backstop : wait > TimeSpan.Zero ? wait + TimeSpan.FromMilliseconds(1) : TimeSpan.FromMilliseconds(1), ct);
    }

    /// <summary>Takes the lease, or waits while another replica delivers.</summary>
    protected async Task ClaimAsync(CancellationToken ct)
    {
        if (!await Lease.ClaimAsync(ct)) await Task.Delay(Backstop, Time, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The delivery of subscription {Subscription} is tried again: {Kind}")]
    private static partial void Failed(ILogger log, Guid subscription, string kind);
}
