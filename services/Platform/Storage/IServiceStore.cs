using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>The database of one service instance: how contexts reach it, how it is brought up to date, and the lane of its changes.</summary>
internal interface IServiceStore : IAsyncDisposable
{
    /// <summary>True when other replicas of the instance write to it as well: then nothing that this process remembers of it is the whole truth.</summary>
    bool IsShared { get; }

    IWriteLane Lane { get; }

    /// <summary>Points a context at it.</summary>
    void Use(DbContextOptionsBuilder builder);

    /// <summary>Applies the migrations and opens the lane. Waits for a database that is not there yet.</summary>
    Task OpenAsync(ServiceDb db, CancellationToken ct);

    /// <summary>Tells the other replicas that something waits for them.</summary>
    void Tell(Tiding tiding);

    /// <summary>Hears what other replicas tell, until cancelled.</summary>
    Task ListenAsync(CancellationToken ct);
}

/// <summary>What one replica tells the others. Never the only way to learn of it: a tiding may be lost.</summary>
internal enum Tiding
{
    /// <summary>Rows wait to be sealed.</summary>
    Written,

    /// <summary>Rows were sealed, or a receiver's watermark moved.</summary>
    Sealed,

    /// <summary>Somebody's access was ended or restored.</summary>
    Access,
}
