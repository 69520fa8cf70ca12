using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>A loop that cannot go on because the database is away says so in one line; anything else keeps its stack trace.</summary>
internal static partial class StorageAway
{
    /// <summary>True when that was it, and it is said.</summary>
    internal static bool Said(ILogger log, Exception e, string instance)
    {
        if (e is not (StorageUnavailableException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException) && !PostgresFaults.IsLoss(e)) return false;
        Away(log, instance, e.GetBaseException().Message);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database of {Instance} does not answer; trying again: {Reason}")]
    private static partial void Away(ILogger log, string instance, string reason);
}
