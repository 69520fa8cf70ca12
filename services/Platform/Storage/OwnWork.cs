using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Transactions of a service's own loops, which no call and no event asked for.</summary>
public sealed class OwnWork
{
    private readonly WriteScope writes;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider time;

    internal OwnWork(WriteScope writes, IServiceScopeFactory scopes, TimeProvider time) => (this.writes, this.scopes, this.time) = (writes, scopes, time);

    /// <summary>Changes state and appends events in one transaction; it may run again after a conflict. It ends when that is durable.</summary>
    /// <param name="exercise">The exercise it belongs to, or null.</param>
    /// <param name="work">Changes tracked objects; never saves.</param>
    /// <param name="ct">Calls it off.</param>
    public Task<T> ChangeAsync<TDb, T>(Guid? exercise, Func<TDb, Call, Task<T>> work, CancellationToken ct) where TDb : ServiceDb => writes.RunAsync((services, db) =>
    {
        var call = services.GetRequiredService<Call>();
        var now = time.GetUtcNow();
        call.Begin(Caller.Service, exercise, services.GetRequiredService<ExerciseTimes>().Now(exercise, now), now);
        return work((TDb)db, call);
    }, ct);

    /// <summary>Reads outside any transaction.</summary>
    public async Task<T> ReadAsync<TDb, T>(Func<TDb, Task<T>> work, CancellationToken ct) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(work);
        ct.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        scope.ServiceProvider.GetRequiredService<Call>().Begin(Caller.Service, null, now, now);
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }
}
