using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>The store seam of the clocks.</summary>
internal interface IClockStore
{
    /// <summary>Real moment of the clock that wakes first, or null.</summary>
    Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct);

    /// <summary>Clocks whose real wake moment has come, in the order of their domain moments.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct);

    /// <summary>Lets one clock take its next step: state, event and reaction in one transaction, or nothing.</summary>
    Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct);

    /// <summary>Puts a clock off whose reaction failed.</summary>
    Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct);
}

/// <summary>Fires the clocks of a service: sleeps until the next one, wakes when a nearer one is set, and catches up after a restart.</summary>
internal sealed partial class ClockRunner(IClockStore store, Wakes wakes, TimeProvider time, ServiceInstance instance, ILogger<ClockRunner> log) : IDisposable
{
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim firing = new(1, 1);

    internal async Task RunAsync(CancellationToken ct)
    {
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

    /// <summary>Time passes before a command is decided: what is due fires first.</summary>
    internal Task CatchUpAsync(CancellationToken ct) =>
        wakes.EarliestClock is { } next && next <= time.GetUtcNow() ? FireDueAsync(ct) : Task.CompletedTask;

    private async Task FireDueAsync(CancellationToken ct)
    {
        await firing.WaitAsync(ct);
        try
        {
            wakes.ForgetClocks();
            IReadOnlyList<Guid> due;
            while ((due = await store.DueAsync(time.GetUtcNow(), 64, ct)).Count > 0)
                foreach (var clock in due)
                    await FireAsync(clock, ct);
            if (await store.NextWakeAsync(ct) is { } next) wakes.Remember(next);
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

/// <summary>Clocks in the service's own database.</summary>
internal sealed class ClockStore(WriteScope writes, IServiceScopeFactory scopes, ClockReactions reactions, ExerciseTimes times, ServiceInstance instance, IServiceStore store) : IClockStore
{
    public async Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<Clock>().Where(c => c.WakeAt != null).OrderBy(c => c.WakeAt)
            .Select(c => c.WakeAt).FirstOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<Clock>().AsNoTracking().Where(c => c.WakeAt <= realNow)
            .OrderBy(c => c.WakeAt).Take(1024).ToListAsync(ct);
        return [.. due.OrderBy(c => c.NextMoment).Take(limit).Select(c => c.Id)];
    }

    public Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct) => writes.RunAsync(async (services, db) =>
    {
        // Another replica may have fired it since it was found due.
        if (await db.Set<Clock>().FindAsync([clock], ct) is not { } due || due.WakeAt is not { } wake || wake > realNow) return false;
        if (store.IsShared && due.ExerciseId is { } exercise) await times.RefreshAsync(db, exercise, ct);
        var moment = due.NextMoment;
        if (due.Pass(times.Now(due.ExerciseId, realNow)) is { } step)
        {
            services.GetRequiredService<Call>().Begin(Caller.Anonymous, due.ExerciseId, moment!.Value, realNow);
            due.WakeAt = due.NextMoment is { } next ? times.RealOf(due.ExerciseId, next) : null;
            if (!instance.IsConfidential) db.Append(due.Subject, due.Changed());
            if (reactions.For(due.Key, step) is { } reaction) await ((IReactToClock)services.GetRequiredService(reaction)).HandleAsync(due, ct);
            Failpoint.Hit("clock.passed");
            Telemetry.Fired.Add(1, new("key", due.Key), new("step", step.ToString()));
            return true;
        }
        // Rounding may wake it a microsecond early: never look again before time has moved on.
        var again = moment is { } later ? times.RealOf(due.ExerciseId, later) : null;
        due.Reschedule(again <= realNow ? realNow + TimeSpan.FromMilliseconds(1) : again);
        return false;
    }, ct);

    public Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct) => writes.RunAsync(async (_, db) =>
    {
        (await db.Set<Clock>().FindAsync([clock], ct))?.Reschedule(until);
        return true;
    }, ct);
}
