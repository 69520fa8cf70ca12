using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// Gives journal rows their gap-free positions. One at a time for each journal: it holds a lease with an epoch, and one that was paused past
/// its lease fails on the head row and starts over.
/// </summary>
internal sealed partial class Sealer(IJournalStore store, Wakes wakes, SealedWatch watch, TimeProvider time, ServiceInstance instance, ILogger<Sealer> log)
{
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5);
    private const int Batch = 256;
    private long? epoch;

    internal async Task RunAsync(CancellationToken ct)
    {
        wakes.Journal.Pulse();
        while (!ct.IsCancellationRequested)
        {
            await wakes.Journal.WaitAsync(Backstop, ct);
            try
            {
                while (await SealAsync(ct) == Batch) { }
            }
            catch (FencedException)
            {
                epoch = null;
                wakes.Journal.Pulse();
                Fenced(log, instance.Name);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!StorageAway.Said(log, e, instance.Name)) Failed(log, e, instance.Name);
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
                wakes.Journal.Pulse();
                wakes.Sealed.Pulse();
            }
        }
    }

    /// <summary>Seals one batch; 0 while another process leads.</summary>
    internal async Task<int> SealAsync(CancellationToken ct)
    {
        epoch ??= await store.AcquireAsync(instance.Replica, time.GetUtcNow(), Lease, ct);
        if (epoch is not { } mine) return 0;
        Failpoint.Hit("lease.taken");
        var count = await store.SealAsync(mine, Batch, ct);
        if (count == 0) return 0;
        Failpoint.Hit("seal.after-commit");
        wakes.Sealed.Pulse();
        watch.Pulse();
        return count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another sealer took over the journal of {Instance}; starting over")]
    private static partial void Fenced(ILogger log, string instance);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sealing the journal of {Instance} failed; trying again")]
    private static partial void Failed(ILogger log, Exception e, string instance);
}
