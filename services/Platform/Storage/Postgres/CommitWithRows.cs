using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Coordination.Platform;

/// <summary>
/// Sends the commit of a piece of work behind its last statements, in the same message: a change that only adds rows is then one round trip to the
/// database. The database takes the statements in order and stops at the first that fails, so it commits all of them or none.
/// </summary>
internal sealed class CommitWithRows : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (ClosingOf(eventData) is { } db && HoldsEveryChange(command, db))
        {
            command.CommandText += "COMMIT";
            db.Closing!.IsCommitSent = true;
        }
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>Reads to the end: a commit that was refused is heard here and nowhere else.</summary>
    public override async ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        if (eventData.Context is ServiceDb { Closing: { IsCommitSent: true } } db && command.CommandText.EndsWith("COMMIT", StringComparison.Ordinal))
        {
            while (await eventData.DataReader.NextResultAsync()) { }
            db.Closing = null;
        }
        return await base.DataReaderClosingAsync(command, eventData, result);
    }

    private static ServiceDb? ClosingOf(CommandEventData eventData) =>
        eventData is { CommandSource: CommandSource.SaveChanges, Context: ServiceDb { Closing: { IsCommitSent: false } } db } ? db : null;

    /// <summary>
    /// One statement a row: when the numbers are equal, no other batch follows that the commit would cut off. Only rows that are new: whether an update met
    /// the version it was decided on is known when it is back, and a commit behind it could not be stopped.
    /// </summary>
    private static bool HoldsEveryChange(DbCommand command, ServiceDb db)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.State).ToList();
        return changed.TrueForAll(s => s == EntityState.Added) && command.CommandText.AsSpan().Count(';') == changed.Count;
    }
}
