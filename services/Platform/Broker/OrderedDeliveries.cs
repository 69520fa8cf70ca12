using System.Threading.Channels;

namespace Coordination.Platform;

/// <summary>
/// Deliveries come in on many threads; they are handed on in the broker's order, as many at once as have come. None is acknowledged that was not
/// handed on, whichever channel it came by: those of a channel that is gone come again, and the inbox knows them.
/// </summary>
internal sealed class OrderedDeliveries(Func<IReadOnlyList<BrokerDelivery>, CancellationToken, Task> take)
{
    private const int Batch = 64;
    private static readonly TimeSpan GapPatience = TimeSpan.FromSeconds(5);
    private readonly Channel<Pending> arrived = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SortedDictionary<ulong, Pending> early = [];
    private readonly Queue<Pending> late = new();
    private long channel;
    private ulong next = 1;
    private int inHand;

    /// <summary>Deliveries that are here and not handed on yet.</summary>
    internal int InHand => Volatile.Read(ref inHand);

    /// <summary>Ends when the delivery was handed on.</summary>
    internal Task TakeAsync(BrokerDelivery delivery)
    {
        Interlocked.Increment(ref inHand);
        var pending = new Pending(delivery);
        arrived.Writer.TryWrite(pending);
        return pending.Done.Task;
    }

    internal async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var isGap = early.Count > 0 && !early.ContainsKey(next);
            if (late.Count == 0 && (early.Count == 0 || isGap)) await ArrivalAsync(isGap, ct);
            while (arrived.Reader.TryRead(out var pending)) Sort(pending);
            var batch = new List<Pending>();
            while (batch.Count < Batch && late.TryDequeue(out var pending)) batch.Add(pending);
            while (batch.Count < Batch && early.Remove(next, out var pending))
            {
                batch.Add(pending);
                next++;
            }
            if (batch.Count == 0) continue;
            await take(batch.ConvertAll(p => p.Delivery), ct);
            batch.ForEach(End);
        }
    }

    /// <summary>Order is a matter of speed here, the inbox holds it; so a gap that does not close is passed over.</summary>
    private async Task ArrivalAsync(bool isGap, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (isGap) limit.CancelAfter(GapPatience);
        try
        {
            await arrived.Reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            next = early.Keys.First();
        }
    }

    /// <summary>What comes by a channel before the newest, or after its place was passed over, has no place to wait for.</summary>
    private void Sort(Pending pending)
    {
        var (from, tag) = (pending.Delivery.Channel, pending.Delivery.Tag);
        if (from < channel || (from == channel && tag < next))
        {
            late.Enqueue(pending);
            return;
        }
        if (from > channel)
        {
            foreach (var old in early.Values) late.Enqueue(old);
            early.Clear();
            (channel, next) = (from, 1);
        }
        early[tag] = pending;
    }

    private void End(Pending pending)
    {
        Interlocked.Decrement(ref inHand);
        pending.Done.TrySetResult();
    }

    private sealed record Pending(BrokerDelivery Delivery)
    {
        internal TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
