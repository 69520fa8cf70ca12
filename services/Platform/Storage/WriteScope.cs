using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Saves a unit of work in its transaction, and wakes those who wait for what it wrote.</summary>
internal sealed class WriteScope(IWriteLane lane, IServiceScopeFactory scopes, Wakes wakes)
{
    /// <summary>Runs work with a scope of its own and saves what it changed.</summary>
    internal Task<T> RunAsync<T>(Func<IServiceProvider, ServiceDb, Task<T>> work, CancellationToken ct, Guard guard = Guard.Serial) => lane.RunAsync(async transaction =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        transaction.Join(db);
        scope.ServiceProvider.GetRequiredService<AfterCommit>().Bind(transaction);
        var result = await work(scope.ServiceProvider, db);
        await SaveAsync(transaction, db, ct, isLast: true);
        return result;
    }, ct, guard);

    /// <param name="transaction">The open transaction.</param>
    /// <param name="db">What changed.</param>
    /// <param name="ct">Calls it off.</param>
    /// <param name="isLast">True when nothing follows in the transaction but its commit, which may then travel with the rows.</param>
    internal async Task SaveAsync(WriteTransaction transaction, ServiceDb db, CancellationToken ct, bool isLast = false)
    {
        db.ChangeTracker.DetectChanges();
        var wrote = db.ChangeTracker.Entries<JournalEntry>().Any(e => e.State == EntityState.Added);
        var clocks = db.ChangeTracker.Entries<Clock>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity.WakeAt).Min();
        db.Closing = isLast && transaction is { TakesCommit: true, IsUndone: false } ? transaction : null;
        await db.SaveChangesAsync(ct);
        if (wrote) transaction.AfterCommit(wakes.Journal.Pulse);
        if (clocks is { } wake) transaction.AfterCommit(() => wakes.Consider(wake));
    }
}

/// <summary>What the background loops of a service wait for.</summary>
internal sealed class Wakes(TimeProvider time)
{
    private long earliest = long.MaxValue;

    internal Signal Journal { get; } = new(time);
    internal Signal Sealed { get; } = new(time);
    internal Signal Clocks { get; } = new(time);
    internal Signal Deferred { get; } = new(time);
    internal Signal Access { get; } = new(time);

    /// <summary>Real moment of the next clock, as far as this process knows.</summary>
    internal DateTimeOffset? EarliestClock => Interlocked.Read(ref earliest) is var m && m == long.MaxValue ? null : Micros.At(m);

    /// <summary>A clock was set: whoever sleeps longer than that wakes.</summary>
    internal void Consider(DateTimeOffset wake)
    {
        var micros = Micros.Of(wake);
        long seen;
        while (micros < (seen = Interlocked.Read(ref earliest)))
        {
            if (Interlocked.CompareExchange(ref earliest, micros, seen) != seen) continue;
            Clocks.Pulse();
            return;
        }
    }

    /// <summary>Nobody knows what was missed: every loop looks for itself.</summary>
    internal void All(DateTimeOffset now)
    {
        Journal.Pulse();
        Sealed.Pulse();
        Deferred.Pulse();
        Access.Pulse();
        Consider(now);
    }

    /// <summary>Before the store is asked for the next clock: what commits meanwhile considers itself again.</summary>
    internal void ForgetClocks() => Interlocked.Exchange(ref earliest, long.MaxValue);
}
