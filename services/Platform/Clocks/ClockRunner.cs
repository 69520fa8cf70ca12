using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Fires the clocks of a service: sleeps until the next one, wakes when a nearer one is set, and catches up after a restart.</summary>
internal sealed partial class ClockRunner(IClockStore store, Wakes wakes, TimeProvider time, ServiceInstance instance, ILogger<ClockRunner> log) : IDisposable
{
    private const int Most = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Less than callers commonly wait: who left because of it would ask again, and wait again.</summary>
    private static readonly TimeSpan ExercisePatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim firing = new(1, 1);
    private CancellationToken life;

    internal async Task RunAsync(CancellationToken ct)
    {
        life = ct;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await FireDueAsync(ct);
                await SleepAsync(ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!StorageAway.Said(log, e, instance.Name)) Failed(log, e, instance.Name);
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
            }
        }
    }

    /// <summary>Until the earliest clock is due, or the backstop. A clock that is set meanwhile shortens the sleep, and costs nothing when it does not.</summary>
    private async Task SleepAsync(CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            // The backstop is measured: it holds though the machine's clock is set back meanwhile.
            var wait = Backstop - time.GetElapsedTime(begun);
            if (wakes.EarliestClock is { } next && next - time.GetUtcNow() is var nearer && nearer < wait) wait = nearer;
            if (wait <= TimeSpan.Zero) return;
            await wakes.Clocks.WaitAsync(wait + TimeSpan.FromMilliseconds(1), ct);
        }
    }

    /// <summary>
    /// Time passes before a command is decided: what is due in its own world, life or one exercise, fires first. Only as long as one can wait for it: on the
    /// day on which thousands of deadlines pass, a report is taken all the same. In an exercise, whose time jumps, one waits longer.
    /// </summary>
    internal async Task CatchUpAsync(Guid? exercise, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (wakes.EarliestClock is not { } next || next > now) return;
        using var limit = new CancellationTokenSource(exercise is null ? Patience : ExercisePatience, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            // What has begun is finished though the caller leaves: on a bad day many do, and their work would be thrown away each time.
            while (await store.IsDueAsync(exercise, now, enough.Token) && await FireSomeAsync(enough.Token, life)) { }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Others are at it.
        }
    }

    /// <summary>All that are due, and then what comes next.</summary>
    private async Task FireDueAsync(CancellationToken ct)
    {
        try
        {
            while (await FireSomeAsync(ct, ct)) { }
            wakes.ForgetClocks();
            if (await store.NextWakeAsync(ct) is { } next) wakes.Consider(next);
        }
        catch
        {
            // What comes next is not known: whoever sleeps looks for it.
            wakes.Consider(time.GetUtcNow());
            throw;
        }
    }

    /// <summary>
    /// Some that are due; false when none is. What is about one thing takes its steps in the order of their moments; other things do not wait for it. Between
    /// two lots a command may see that its own are done.
    /// </summary>
    /// <param name="enough">Begins no other lot.</param>
    /// <param name="ct">Breaks off.</param>
    private async Task<bool> FireSomeAsync(CancellationToken enough, CancellationToken ct)
    {
        await firing.WaitAsync(enough);
        try
        {
            if (await store.DueAsync(time.GetUtcNow(), Most, ct) is not { Count: > 0 } due) return false;
            await Task.WhenAll(due.GroupBy(d => d.Subject).Select(subject => FireAsync(subject.First().Id, ct)));
            return true;
        }
        finally
        {
            firing.Release();
        }
    }

    private async Task FireAsync(Guid clock, CancellationToken ct)
    {
        try
        {
            Failpoint.Hit("clock.before-fire");
            await store.FireAsync(clock, time.GetUtcNow(), ct);
            Failpoint.Hit("clock.fired");
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageUnavailableException))
        {
            ReactionFailed(log, e, instance.Name, clock);
            await store.PutOffAsync(clock, time.GetUtcNow() + TimeSpan.FromSeconds(5), ct);
        }
    }

    public void Dispose() => firing.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "Clocks of {Instance} failed; trying again")]
    private static partial void Failed(ILogger log, Exception e, string instance);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance}: the reaction to clock {Clock} failed; it is tried again in 5 s")]
    private static partial void ReactionFailed(ILogger log, Exception e, string instance, Guid clock);
}
