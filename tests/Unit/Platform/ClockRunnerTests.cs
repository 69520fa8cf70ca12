using Coordination.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.Unit.Platform;

public sealed class ClockRunnerTests
{
    [Fact]
    public async Task A_runner_whose_next_clock_is_far_off_asks_its_store_once_and_sleeps()
    {
        var wakes = new Wakes(TimeProvider.System);
        var store = new QuietStore(DateTimeOffset.UtcNow.AddHours(1));
        using var runner = new ClockRunner(store, wakes, TimeProvider.System, new ServiceInstance("intake", null, "test"), NullLogger<ClockRunner>.Instance);
        using var stop = new CancellationTokenSource();
        var running = runner.RunAsync(stop.Token);
        await store.Asked(1);
        for (var n = 0; n < 100; n++) wakes.Consider(DateTimeOffset.UtcNow.AddMinutes(50 - n / 10.0));
        Assert.NotSame(store.Asked(2), await Task.WhenAny(store.Asked(2), Task.Delay(300, TestContext.Current.CancellationToken)));
        wakes.Consider(DateTimeOffset.UtcNow.AddMilliseconds(-1));
        await store.Asked(2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
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
