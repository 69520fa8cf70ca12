namespace Coordination.Platform;

/// <summary>The store seam for changes: work runs in a transaction, and the task ends only when that is durable.</summary>
internal interface IWriteLane
{
    /// <summary>True when work runs one piece after the other in the order it was handed in, and nobody else writes.</summary>
    bool IsSerial { get; }

    /// <summary>
    /// Runs work in a transaction. Work that throws is undone alone; others of the same commit are not touched. A lane that is not serial
    /// may run the work again after a conflict or a lost connection: work keeps nothing from an attempt outside its transaction, and each piece
    /// leaves a row by which it knows itself again (stored answer, inbox, version, epoch), so that a commit of unknown outcome is never done twice.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database did not take it in time.</exception>
    Task<T> RunAsync<T>(Func<WriteTransaction, Task<T>> work, CancellationToken ct, Guard guard = Guard.Serial);
}

/// <summary>What keeps a piece of work apart from others at the same time.</summary>
internal enum Guard
{
    /// <summary>It ends as if no other work had run meanwhile. Every decision on what was read.</summary>
    Serial,

    /// <summary>Its own conditions on the rows it changes. Bookkeeping of the journal only.</summary>
    Own,

    /// <summary>As <see cref="Own"/>, without a flush: a machine that fails may forget it, and then it is done again without harm. Watermarks only.</summary>
    Unflushed,
}

/// <summary>The database cannot take a change now. Nothing was written; try again.</summary>
public class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The connection was lost while a commit was under way, and the database could not be asked since: nobody knows whether it was written.</summary>
internal sealed class CommitInDoubtException(Exception inner) : StorageUnavailableException("It is not known whether this was written.", inner);
