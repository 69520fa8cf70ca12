using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What a failure of the database means to a caller, the same words for both.</summary>
internal static class StorageFaults
{
    private const int SqliteConstraint = 19;
    private const int SqliteFull = 13;

    /// <summary>Null when the failure is none of the database's.</summary>
    internal static Refusal? Explain(Exception e)
    {
        var sqlite = e as SqliteException ?? e.InnerException as SqliteException;
        if (e is DbUpdateConcurrencyException) return new("conflict", "Another change came first. Read the newest version, then decide.");
        if (e is DbUpdateException && (sqlite?.SqliteErrorCode == SqliteConstraint || PostgresFaults.IsContradiction(e)))
            return new("conflict", "It exists already, or contradicts something that exists.");
        if (sqlite?.SqliteErrorCode == SqliteFull || PostgresFaults.IsDiskFull(e))
            return new("storage-full", "The database's disk is full. Nothing was written.", null, 507);
        if (e is CommitInDoubtException)
            return new("storage-unavailable", "The database went away. It is not known yet whether this was written: send it again with the same Idempotency-Key.", null, 503);
        return sqlite is not null || e is StorageUnavailableException or DbUpdateException || PostgresFaults.IsConflict(e) || PostgresFaults.IsLoss(e)
            ? new("storage-unavailable", "The database cannot take this now. Nothing was written; try again.", null, 503)
            : null;
    }
}
