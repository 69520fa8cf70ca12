using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>The store seam of the clocks.</summary>
internal interface IClockStore
{
    /// <summary>Real moment of the clock that wakes first, or null.</summary>
    Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct);

    /// <summary>Clocks whose real wake moment has come, in the order of their domain moments.</summary>
    Task<IReadOnlyList<DueClock>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct);

    /// <summary>True when one of them belongs to this exercise; without one, to life.</summary>
    Task<bool> IsDueAsync(Guid? exercise, DateTimeOffset realNow, CancellationToken ct);

    /// <summary>Lets one clock take its next step: state, event and reaction in one transaction, or nothing.</summary>
    Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct);

    /// <summary>Puts a clock off whose reaction failed.</summary>
    Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct);
}

/// <summary>A clock that is due, and what it is about.</summary>
internal sealed record DueClock(Guid Id, Guid Subject);

/// <summary>Clocks in the service's own database. One of a key that this build does not know is left as it is, for a replica of the build that started it.</summary>
internal sealed class ClockStore(
    WriteScope writes, IServiceScopeFactory scopes, ClockReactions reactions, JurisdictionPackage package, ExerciseTimes times, ServiceInstance instance, IServiceStore store) : IClockStore
{
    private readonly string[] known = [.. package.ClockKeys.Union(reactions.Keys)];

    public async Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return await ClockQueries.NextWake.In(db)(db, known, ct);
    }

    public async Task<IReadOnlyList<DueClock>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var due = await ClockQueries.Due.In(db)(db, known, realNow, 4 * limit).ToListAsync(ct);
        return [.. due.OrderBy(c => c.NextMoment).Take(limit).Select(c => new DueClock(c.Id, c.Subject))];
    }

    public async Task<bool> IsDueAsync(Guid? exercise, DateTimeOffset realNow, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return await ClockQueries.IsDue.In(db)(db, known, exercise, realNow, ct);
    }

    public Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct) => writes.RunAsync(async (services, db) =>
    {
        // Another replica may have fired it since it was found due.
        if (await db.Set<Clock>().FindAsync([clock], ct) is not { } due || due.WakeAt is not { } wake || wake > realNow || !known.Contains(due.Key)) return false;
        if (store.IsShared && due.ExerciseId is { } exercise) await times.RefreshAsync(db, exercise, ct);
        var moment = due.NextMoment;
        if (due.Pass(times.Now(due.ExerciseId, realNow)) is { } step)
        {
            services.GetRequiredService<Call>().Begin(Caller.Service, due.ExerciseId, moment!.Value, realNow);
            due.WakeAt = due.NextMoment is { } next ? times.RealOf(due.ExerciseId, next) : null;
            if (!instance.IsConfidential)
            {
                await db.RecallAsync(due, ct);
                db.Append(due);
            }
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
