using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>
/// A call's context. It is lent from those that earlier calls left, because making one costs more than most of what is asked of it. The container disposes
/// everything that it hands out, under each name it has, in reverse order: only the lease, which is the last, gives the context back.
/// </summary>
internal sealed class DbLease<TDb> : IAsyncDisposable, IDisposable where TDb : ServiceDb
{
    private bool isReturned;

    public DbLease(IDbContextFactory<TDb> contexts, Call call)
    {
        Db = contexts.CreateDbContext();
        Db.Begin(call);
        Db.IsLent = true;
    }

    internal TDb Db { get; }

    public void Dispose()
    {
        if (isReturned) return;
        isReturned = true;
        Db.Leave();
        Db.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        if (isReturned) return default;
        isReturned = true;
        Db.Leave();
        return Db.DisposeAsync();
    }
}
