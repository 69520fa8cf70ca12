using Coordination.Platform;
using Microsoft.Extensions.Logging;

namespace Coordination.Exchange.Subscriptions;

/// <summary>
/// Delivers for one subscription, at its pace and nobody else's. Of the replicas the one does that holds the lease of the cursor; what was delivered and not
/// written is delivered again under the same id.
/// </summary>
internal abstract partial class Courier(Guid id, OwnWork work, SealedWatch watch, ServiceInstance instance, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5);

    protected Guid Id { get; } = id;

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
                    // Taken before anything is read: what is sealed meanwhile ends the wait.
                    var sealing = watch.Next;
                    if (!await StepAsync(sealing, ct)) return;
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
    protected abstract Task<bool> StepAsync(Task sealing, CancellationToken ct);

    /// <summary>Gives up what it holds open.</summary>
    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    /// <summary>Until something is sealed or due.</summary>
    protected Task RestAsync(Task sealing, DateTimeOffset? due, CancellationToken ct)
    {
        var wait = due - Time.GetUtcNow() ?? Backstop;
        return Task.WhenAny(sealing, Task.Delay(wait > Backstop ? Backstop : wait > TimeSpan.Zero ? wait + TimeSpan.FromMilliseconds(1) : TimeSpan.FromMilliseconds(1), Time, ct));
    }

    /// <summary>Takes the lease, or waits while another replica delivers.</summary>
    protected async Task ClaimAsync(CancellationToken ct)
    {
        if (!await Lease.ClaimAsync(ct)) await Task.Delay(Backstop, Time, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The delivery of subscription {Subscription} is tried again: {Kind}")]
    private static partial void Failed(ILogger log, Guid subscription, string kind);
}
