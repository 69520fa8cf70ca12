using Coordination.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.Unit.Platform;

public sealed class ClockRunnerTests
{
    [Fact]
    public async Task A_runner_whose_next_clock_is_far_off_asks_its_store_once_and_sleeps()
    {
        var time = new StandingTime(new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero));
        var wakes = new Wakes(time);
        var store = new QuietStore(time.GetUtcNow().AddHours(1));
        using var runner = new ClockRunner(store, wakes, time, new ServiceInstance("intake", null, "test"), NullLogger<ClockRunner>.Instance);
        using var stop = new CancellationTokenSource();
        var running = runner.RunAsync(stop.Token);
        await store.Asked(1);
        for (var n = 0; n < 100; n++) wakes.Consider(time.GetUtcNow().AddMinutes(50 - n / 10.0));
        await Assert.ThrowsAsync<TimeoutException>(() => store.Asked(2).WaitAsync(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken));
        wakes.Consider(time.GetUtcNow().AddMilliseconds(-1));
        await store.Asked(2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private sealed class StandingTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class QuietStore(DateTimeOffset next) : IClockStore
    {
        private readonly TaskCompletionSource[] asked = [new(), new(), new(), new()];
        private int count;

        internal Task Asked(int times) => asked[times].Task;

        public Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct)
        {
            if (Interlocked.Increment(ref count) is var n && n < asked.Length) asked[n].TrySetResult();
            return Task.FromResult<DateTimeOffset?>(next);
        }

        public Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>([]);

        public Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct) => Task.FromResult(false);

        public Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct) => Task.CompletedTask;
    }
}
