using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Coordination.Platform;

/// <summary>What a failure of PostgreSQL means.</summary>
internal static class PostgresFaults
{
    /// <summary>Somebody else's change came between. Nothing was written, and running the work again decides it anew.</summary>
    internal static bool IsConflict(Exception e) => e is DbUpdateConcurrencyException
        || StateOf(e) is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable;

    /// <summary>A row of the same key is there: an equal piece of work that came first, or a refusal.</summary>
    internal static bool IsDuplicate(Exception e) => StateOf(e) == PostgresErrorCodes.UniqueViolation;

    internal static bool IsDiskFull(Exception e) => StateOf(e) == PostgresErrorCodes.DiskFull;

    /// <summary>The database is not there, or takes nothing now.</summary>
    internal static bool IsLoss(Exception e) => StateOf(e) is { } state
        ? state[..2] is "08" or "53" or "57" or "58" or "28" or "3D" or "XX" && state != PostgresErrorCodes.QueryCanceled || state == PostgresErrorCodes.ReadOnlySqlTransaction
        : Chain(e).Any(i => i is NpgsqlException);

    /// <summary>It contradicts something that is stored.</summary>
    internal static bool IsContradiction(Exception e) => StateOf(e) is { } state && state[..2] == "23";

    private static string? StateOf(Exception e) => Chain(e).OfType<PostgresException>().FirstOrDefault()?.SqlState;

    private static IEnumerable<Exception> Chain(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException) yield return at;
    }
}
