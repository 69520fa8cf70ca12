using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.Extensions.Logging;

namespace Coordination.Exchange.Webhooks;

/// <summary>Delivers to one webhook. An attempt whose outcome was not written is made again under the same <c>webhook-id</c>.</summary>
internal sealed class WebhookCourier(Guid id, LoadReader reader, Round round, EventLog events, OwnWork work, ServiceInstance instance, TimeProvider time, ILogger log)
    : Courier(id, events, work, instance, time, log)
{
    /// <summary>A round that begins with the margin left ends within the lease: what it begins last may take as long as a call may.</summary>
    private static readonly TimeSpan Margin = Round.Longest + OutboundPost.Patience + TimeSpan.FromSeconds(3);

    protected override async Task<bool> StepAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(Id, After, ct) is not { } load) return false;
        if (load.IsEmpty) await PassAsync(load.Subscription, load.UpTo, load.IsEnd, load.NextAt, ct);
        else if (Lease.LastsFor(Margin)) await DeliverAsync(load, ct);
        else await ClaimAsync(ct);
        return true;
    }

    private async Task DeliverAsync(Load load, CancellationToken ct)
    {
        await round.SendAsync(load, ct);
        await Lease.WriteAsync(load.Subscription.ExerciseId, (db, call, cursor) =>
        {
            cursor.Position = load.UpTo;
            return Settlement.WriteAsync(db, load, call.RealNow, Random.Shared.NextDouble, ct);
        }, ct);
    }
}
