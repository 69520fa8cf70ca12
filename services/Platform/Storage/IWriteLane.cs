using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>The store seam for changes: work runs in a transaction, and the task ends only when that is durable.</summary>
internal interface IWriteLane
{
    /// <summary>Runs work in a transaction. Work that throws is undone alone; others of the same commit are not touched.</summary>
    Task<T> RunAsync<T>(Func<WriteTransaction, Task<T>> work, CancellationToken ct);
}

/// <summary>The open transaction that a piece of work runs in.</summary>
internal sealed class WriteTransaction(DbConnection connection, DbTransaction transaction)
{
    private readonly List<Action> afterCommit = [];
    private int marked;

    /// <summary>Makes the context read and write inside this transaction.</summary>
    internal void Join(ServiceDb db)
    {
        db.Database.AutoSavepointsEnabled = false;
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        db.Database.UseTransaction(transaction);
    }

    /// <summary>Marks a place to return to.</summary>
    internal Task MarkAsync(string name)
    {
        marked = afterCommit.Count;
        return transaction.SaveAsync(name);
    }

    /// <summary>Undoes everything since the mark, also what was to happen after the commit.</summary>
    internal Task ReturnToAsync(string name)
    {
        afterCommit.RemoveRange(marked, afterCommit.Count - marked);
        return transaction.RollbackAsync(name);
    }

    /// <summary>Leaves nothing of this piece of work, though it ends without an exception.</summary>
    internal void Undo() => IsUndone = true;

    internal bool IsUndone { get; private set; }

    /// <summary>Runs once the transaction is durable, and not at all when it is undone.</summary>
    internal void AfterCommit(Action action) => afterCommit.Add(action);

    internal void Committed() => afterCommit.ForEach(a => a());
}
