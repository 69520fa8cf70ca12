using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>The cover of a watch ends in some hours, and nobody is planned to follow: an alarm.</summary>
internal sealed class OnWatchEndsSoon(CommandDb db, WatchCover cover) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.DutyWatches.FindAsync([clock.EntityId], ct) is { } watch) await cover.ForeseeAsync(watch, clock, ct);
    }
}

/// <summary>The cover of a watch has ended: nobody keeps it.</summary>
internal sealed class OnWatchEnded(CommandDb db, WatchCover cover) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.DutyWatches.FindAsync([clock.EntityId], ct) is { } watch) await cover.LookAsync(watch, clock.DueAt, ct);
    }
}
