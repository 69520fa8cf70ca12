using System.Text;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// A consumer that is new, or takes more types than before, asks all services for their events from the beginning; what it has done
/// before, its inbox drops. A service that is asked hands its journal to the broker again. It asks when it starts, and once more with the first delivery that is its own: until
/// then a replica of the build before may have the queue, which does not know the type and drops what is answered.
/// </summary>
internal sealed partial class History(
    IJournalStore store, BrokerPublisher broker, Consumer consumer, ServiceInstance instance, TimeProvider time, ILogger<History> log)
{
    private const string Cursor = "history";
    private const int Batch = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Signal reached = new(time);
    private int delivered;

    /// <summary>The broker was reached, perhaps again: a question that waits is asked at once.</summary>
    internal void Reached() => reached.Pulse();

    /// <summary>How long a question waits that was not heard so many times: 5 s at first, twice as long each time, at most 10 minutes.</summary>
    internal static TimeSpan PauseAfter(int failures) => Shortest * Math.Pow(2, Math.Min(failures - 1, 7)) is var pause && pause < Longest ? pause : Longest;

    /// <summary>Asks until it is heard, for each growth of what the consumer takes: the broker keeps the question for every service's queue then.</summary>
    /// <param name="last">The queue is this replica's: it need not be asked again.</param>
    /// <param name="ct">Cancellation.</param>
    internal Task AskAsync(bool last, CancellationToken ct) => UntilDoneAsync(async () =>
    {
        if (consumer.Types.Length == 0 || await store.CursorAsync(Cursor, consumer.Types, ct) > 0) return;
        await broker.AskForHistoryAsync(consumer.Types, ct);
        if (last) await store.AdvanceAsync(Cursor, consumer.Types, 1, ct);
    }, failures => reached.WaitAsync(PauseAfter(failures), ct));

    /// <summary>Something was delivered: the queue is this replica's from now on.</summary>
    internal void Delivered(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref delivered, 1) == 0) _ = AskAsync(last: true, ct);
    }

    /// <summary>Answers. The message that asked is done when the answer is.</summary>
    internal Task AnswerAsync(ReadOnlyMemory<byte> asked, CancellationToken ct)
    {
        var types = Encoding.UTF8.GetString(asked.Span).Split(' ').ToHashSet(StringComparer.Ordinal);
        var (after, end) = (0L, (long?)null);
        return UntilDoneAsync(async () =>
        {
            end ??= await store.HeadAsync(ct);
            while (after < end)
            {
                var rows = await store.ReadAsync(after, Batch, imported: false, ct);
                if (rows.Count == 0) return;
                var wanted = rows.Where(e => e.Position <= end && (types.Contains("*") || types.Contains(e.Type))).ToList();
                if (wanted.Count > 0) await broker.TakeAsync(wanted, ct);
                after = rows[^1].Position;
            }
        }, _ => Task.Delay(Pause, time, ct));
    }

    private async Task UntilDoneAsync(Func<Task> work, Func<int, Task> pause)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (failures == 1) Waits(log, instance.Name, e.Message);
                await pause(failures);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} cannot fetch or give past events yet: {Reason}; trying again")]
    private static partial void Waits(ILogger log, string instance, string reason);
}
