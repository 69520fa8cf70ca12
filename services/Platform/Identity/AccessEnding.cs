using Coordination.Contracts.Events;

namespace Coordination.Platform;

/// <summary>Writes an ending of access into the service's own table and, once that is durable, into the memory that calls are held against, here and in its replicas.</summary>
public sealed class AccessEnding
{
    private readonly ServiceDb db;
    private readonly EndedAccess ended;
    private readonly AfterCommit afterCommit;
    private readonly IServiceStore store;

    internal AccessEnding(ServiceDb db, EndedAccess ended, AfterCommit afterCommit, IServiceStore store) => (this.db, this.ended, this.afterCommit, this.store) = (db, ended, afterCommit, store);

    /// <summary>From the commit on, nothing of it opens this service.</summary>
    public async Task EndAsync(AccessEnded e, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (await db.Set<EndedAccessRow>().FindAsync([e.EndId], ct) is not null) return;
        var row = new EndedAccessRow { Id = e.EndId, Kind = e.Kind, Mark = e.Mark, At = e.At };
        db.Add(row);
        Then(() => ended.Put(row));
    }

    /// <summary>From the commit on, it is as if it had not been ended.</summary>
    public async Task RestoreAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<EndedAccessRow>().FindAsync([id], ct) is not { } row) return;
        db.Remove(row);
        Then(() => ended.Remove(id));
    }

    private void Then(Action remember) => afterCommit.Do(() =>
    {
        remember();
        store.Tell(Tiding.Access);
    });
}

/// <summary>Every service hears from Command whose access was ended.</summary>
internal sealed class OnAccessEnded(AccessEnding ending) : IHandle<AccessEnded>, IHandle<AccessRestored>
{
    public Task HandleAsync(AccessEnded e, EventContext context, CancellationToken ct) => ending.EndAsync(e, ct);

    public Task HandleAsync(AccessRestored e, EventContext context, CancellationToken ct) => ending.RestoreAsync(e.EndId, ct);
}
