using System.Diagnostics;

namespace Coordination.Platform;

/// <summary>How often one piece of work is run again, and why.</summary>
internal sealed class Attempts
{
    private const int MostConflicts = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private readonly long begun = Stopwatch.GetTimestamp();
    private int conflicts;
    private int duplicates;
    private int losses;

    /// <summary>After a conflict it runs alone in its process, so that it comes to an end.</summary>
    internal bool IsAlone => conflicts > 0 || duplicates > 1;

    /// <summary>False on the first: then nobody has done the work before, unless somebody has, and the key of its row tells.</summary>
    internal bool IsAgain => conflicts + duplicates + losses > 0 || HadDoubt;

    /// <summary>True once a commit's answer was lost: the work may have been done, and finds itself.</summary>
    internal bool HadDoubt { get; set; }

    internal bool IsPatient => Stopwatch.GetElapsedTime(begun) < Patience;

    /// <summary>True when the work is to be run again after this failure.</summary>
    internal bool Allow(Exception e) =>
        PostgresFaults.IsConflict(e) ? conflicts < MostConflicts
        : PostgresFaults.IsDuplicate(e) ? duplicates < 2
        : PostgresFaults.IsLoss(e) && !PostgresFaults.IsDiskFull(e) && e is not StorageUnavailableException && IsPatient;

    internal void Count(Exception e)
    {
        if (PostgresFaults.IsConflict(e)) conflicts++;
        else if (PostgresFaults.IsDuplicate(e)) duplicates++;
        else losses++;
    }

    /// <summary>Before the next attempt: none after a conflict, growing while the database is away.</summary>
    internal TimeSpan Pause(Exception e) =>
        PostgresFaults.IsLoss(e) ? TimeSpan.FromMilliseconds(Math.Min(500, 10 << Math.Min(losses, 6))) : TimeSpan.Zero;
}
