using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>The open transaction that a piece of work runs in.</summary>
internal sealed class WriteTransaction(DbConnection connection, DbTransaction transaction, Func<Exception, bool>? runsAgainAfter = null)
{
    private readonly List<Action> afterCommit = [];

    /// <summary>True when this work, or work of the same key, may have been done before: it then looks for its own row before it decides.</summary>
    internal bool MayBeDone { get; init; } = true;

    /// <summary>True when the lane takes a commit that travels with the last statements of the work.</summary>
    internal bool TakesCommit { get; init; }

    /// <summary>The commit is on its way, or done: there is no other to send.</summary>
    internal bool IsCommitSent { get; set; }
    private int marked;

    /// <summary>Makes the context read and write inside this transaction. What it still holds from an attempt before is forgotten.</summary>
    internal void Join(ServiceDb db)
    {
        if (db.IsInside)
        {
            db.Database.UseTransaction(null);
            db.ChangeTracker.Clear();
        }
        db.Closing = null;
        db.Database.AutoSavepointsEnabled = false;
        db.Enter(connection, transaction);
    }

    /// <summary>True when the lane answers this failure by running the work again from its beginning: leave it to it.</summary>
    internal bool RunsAgainAfter(Exception e) => runsAgainAfter?.Invoke(e) == true;

    /// <summary>Marks a place to return to.</summary>
    internal Task MarkAsync(string name)
    {
        marked = afterCommit.Count;
        return transaction.SaveAsync(name);
    }

    /// <summary>Undoes everything since the mark, also what was to happen after the commit.</summary>
    internal async Task ReturnToAsync(string name)
    {
        afterCommit.RemoveRange(marked, afterCommit.Count - marked);
        await transaction.RollbackAsync(name);
        // A commit that travelled behind rows that were refused was never reached: the transaction is open still, or this would have failed.
        IsCommitSent = false;
    }

    /// <summary>Leaves nothing of this piece of work, though it ends without an exception.</summary>
    internal void Undo() => IsUndone = true;

    internal bool IsUndone { get; private set; }

    /// <summary>Runs once the transaction is durable, and not at all when it is undone.</summary>
    internal void AfterCommit(Action action) => afterCommit.Add(action);

    internal void Committed() => afterCommit.ForEach(a => a());
}
