using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// Hands sealed events to each receiver from its own contiguous watermark. A failed hand-over is repeated; a failed handling is the receiver's matter.
/// Woken by the sealer; the clock is only the backstop.
/// </summary>
internal sealed partial class Relay(IJournalStore store, IEventBus bus, Wakes wakes, TimeProvider time, ServiceInstance instance, ILogger<Relay> log)
{
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5);
    private const int Batch = 256;
    private readonly ConcurrentDictionary<string, long> positions = new();
    private readonly List<Signal> lanes = [];

    /// <summary>Positions handed over to all receivers up to here.</summary>
    internal long Published => positions.IsEmpty ? long.MaxValue : positions.Values.Min();

    internal async Task RunAsync(CancellationToken ct)
    {
        var loops = new List<Task>();
        foreach (var receiver in bus.Receivers)
        {
            var signal = new Signal(time);
            lanes.Add(signal);
            positions[receiver.Name] = 0;
            loops.Add(LoopAsync(receiver, signal, ct));
        }
        loops.Add(WakeAsync(ct));
        await Task.WhenAll(loops);
    }

    private async Task WakeAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await wakes.Sealed.WaitAsync(Backstop, ct);
            lanes.ForEach(l => l.Pulse());
        }
    }

    private async Task LoopAsync(IEventReceiver receiver, Signal signal, CancellationToken ct)
    {
        var failures = 0;
        var led = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var leads = store.Leads;
                if (!led || !leads) positions[receiver.Name] = await store.CursorAsync(receiver.Name, receiver.Types, ct);
                led = leads;
                while (await PassAsync(receiver, ct)) failures = 0;
                failures = 0;
                await signal.WaitAsync(Backstop, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (e is BrokerUnavailableException && failures == 0) Waits(log, instance.Name, e.Message);
                else if (e is not BrokerUnavailableException && !StorageAway.Said(log, e, instance.Name)) Failed(log, e, instance.Name, receiver.Name);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5_000, 100 << Math.Min(failures++, 6))), time, ct);
            }
        }
    }

    /// <summary>One batch; true when there may be more. A stretch without an event for the receiver moves its cursor in memory only: reading it again costs nothing.</summary>
    private async Task<bool> PassAsync(IEventReceiver receiver, CancellationToken ct)
    {
        // The replica that seals hands on too.
        if (!store.Leads) return false;
        // Read before the rows: a head that moves meanwhile stays ahead. Imported rows are nobody's to hand on, and are passed over.
        var head = await store.HeadAsync(ct);
        if (head <= positions[receiver.Name]) return false;
        var batch = await store.ReadAsync(positions[receiver.Name], Batch, imported: false, ct);
        if (batch.Count == 0)
        {
            positions[receiver.Name] = Math.Max(positions[receiver.Name], head);
            return false;
        }
        var (isFull, end) = (batch.Count == Batch, batch[^1].Position);
        var wanted = batch.Where(e => receiver.Takes(e.Type)).ToList();
        Failpoint.Hit("relay.before-hand-over");
        if (wanted.Count > 0) await receiver.TakeAsync(wanted, ct);
        Failpoint.Hit("relay.after-hand-over");
        if (wanted.Count > 0 || isFull) await store.AdvanceAsync(receiver.Name, receiver.Types, end, ct);
        Failpoint.Hit("relay.after-advance");
        // All that was sealed before is here when the batch is not full; what is sealed after it wakes this loop again.
        positions[receiver.Name] = isFull ? end : Math.Max(end, head);
        return isFull;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} keeps its events in the journal: {Reason}; trying again")]
    private static partial void Waits(ILogger log, string instance, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} could not hand events to {Receiver}; trying again")]
    private static partial void Failed(ILogger log, Exception e, string instance, string receiver);
}
