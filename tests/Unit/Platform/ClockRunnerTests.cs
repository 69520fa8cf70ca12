using Coordination.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.Unit.Platform;

public sealed class ClockRunnerTests
{
    private readonly StandingTime time;
    private readonly Wakes wakes;

    public ClockRunnerTests()
    {
        time = new(new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero));
        wakes = new(time);
    }

    [Fact]
    public async Task A_runner_whose_next_clock_is_far_off_asks_its_store_once_and_sleeps()
    {
        var store = new QuietStore(time.GetUtcNow().AddHours(1));
        using var runner = Runner(store);
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

    /// <summary>On the day on which deadlines pass faster than they can be worked off, a report that waited for all of them would never be taken.</summary>
    [Fact]
    public async Task A_command_does_not_wait_until_the_last_of_endless_due_clocks_has_fired()
    {
        var store = new EndlessStore();
        using var runner = Runner(store);
        wakes.Consider(time.GetUtcNow());
        await runner.CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.True(store.Another.Task.IsCompleted);
        // What is left is the runner's.
        store.Another = new();
        using var stop = new CancellationTokenSource();
        var running = runner.RunAsync(stop.Token);
        await store.Another.Task;
        // And nobody waits for the runner.
        await runner.CatchUpAsync(null, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Clocks_of_one_thing_fire_one_after_the_other_and_those_of_another_do_not_wait_for_them()
    {
        var store = new HeldStore();
        using var runner = Runner(store);
        wakes.Consider(time.GetUtcNow());
        var catching = runner.CatchUpAsync(Guid.NewGuid(), TestContext.Current.CancellationToken);
        Assert.Equal([store.First, store.Other], store.Begun);
        store.Release.SetResult();
        await catching;
        Assert.Equal([store.First, store.Other, store.Second], store.Begun);
    }

    /// <summary>Otherwise those who leave a slow region keep it slow: each would undo what it had fired, and begin it anew.</summary>
    [Fact]
    public async Task Clocks_that_a_command_began_to_fire_fire_though_its_caller_leaves()
    {
        var store = new HeldStore();
        using var runner = Runner(store);
        using var caller = new CancellationTokenSource();
        wakes.Consider(time.GetUtcNow());
        var waiting = runner.CatchUpAsync(Guid.NewGuid(), caller.Token);
        await caller.CancelAsync();
        store.Release.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal([store.Other, store.First], store.Fired);
    }

    [Fact]
    public async Task A_command_waits_for_the_clocks_of_its_own_world_alone()
    {
        var store = new HeldStore();
        using var runner = Runner(store);
        wakes.Consider(time.GetUtcNow());
        var waiting = runner.CatchUpAsync(Guid.NewGuid(), TestContext.Current.CancellationToken);
        await runner.CatchUpAsync(store.Elsewhere, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        store.Release.SetResult();
        await waiting;
    }

    private ClockRunner Runner(IClockStore store) => new(store, wakes, time, new ServiceInstance("intake", null, "test"), NullLogger<ClockRunner>.Instance);

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

        public Task<IReadOnlyList<DueClock>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct) => Task.FromResult<IReadOnlyList<DueClock>>([]);

        public Task<bool> IsDueAsync(Guid? exercise, DateTimeOffset realNow, CancellationToken ct) => Task.FromResult(false);

        public Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct) => Task.FromResult(false);

        public Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct) => Task.CompletedTask;
    }

    /// <summary>Each clock that fires leaves another one that is due.</summary>
    private sealed class EndlessStore : IClockStore
    {
        /// <summary>Ends when one has fired.</summary>
        internal TaskCompletionSource Another { get; set; } = new();

        public Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(DateTimeOffset.UnixEpoch);

        public Task<IReadOnlyList<DueClock>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<DueClock>>([new(Guid.NewGuid(), Guid.NewGuid())]);

        public Task<bool> IsDueAsync(Guid? exercise, DateTimeOffset realNow, CancellationToken ct) => Task.FromResult(true);

        public async Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct)
        {
            await Task.Yield();
            ct.ThrowIfCancellationRequested();
            Another.TrySetResult();
            return true;
        }

        public Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct) => Task.CompletedTask;
    }

    /// <summary>Three are due, two of them about one thing, and the first takes its time.</summary>
    private sealed class HeldStore : IClockStore
    {
        private readonly Guid one = Guid.NewGuid();

        internal Guid First { get; } = Guid.NewGuid();

        internal Guid Second { get; } = Guid.NewGuid();

        internal Guid Other { get; } = Guid.NewGuid();

        /// <summary>An exercise in which nothing is due.</summary>
        internal Guid Elsewhere { get; } = Guid.NewGuid();

        internal List<Guid> Begun { get; } = [];

        internal List<Guid> Fired { get; } = [];

        internal TaskCompletionSource Release { get; } = new();

        public Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

        public Task<IReadOnlyList<DueClock>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct)
        {
            DueClock[] all = [new(First, one), new(Second, one), new(Other, Guid.NewGuid())];
            return Task.FromResult<IReadOnlyList<DueClock>>([.. all.Where(c => !Begun.Contains(c.Id))]);
        }

        public Task<bool> IsDueAsync(Guid? exercise, DateTimeOffset realNow, CancellationToken ct) => Task.FromResult(exercise != Elsewhere && Begun.Count < 3);

        public async Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct)
        {
            Begun.Add(clock);
            if (clock == First) await Release.Task.WaitAsync(ct);
            Fired.Add(clock);
            return true;
        }

        public Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct) => Task.CompletedTask;
    }
}
