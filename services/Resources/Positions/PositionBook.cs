using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Positions;

/// <summary>Ends what is known of a position when its fill is released; and without a release, so long after the last report.</summary>
internal sealed class PositionBook(ResourcesDb db, Clocks clocks, Call call)
{
    private const string LastReport = "position.last-report";

    public async Task FollowAsync(Fill fill, FillState before, DateTimeOffset at, CancellationToken ct)
    {
        if (!FillRules.IsTracked(before) || FillRules.IsTracked(fill.State) || await db.Positions.FindAsync([fill.FillId], ct) is not { EndedAt: null } position) return;
        position.End(at);
        await clocks.CancelAsync(LastReport, position.Id, ct);
        // From now on, whatever time the other party says.
        clocks.Start("position.retention", position.Id, position.Id, call.Now);
    }

    /// <summary>Where a place is known, a clock runs that destroys it: also where it was told to an older replica, which starts none.</summary>
    public async Task LimitAsync(Position position, CancellationToken ct)
    {
        if (position.IsKeptForEver((await clocks.FindAsync(LastReport, position.Id, ct))?.State)) await BeginAsync(position, ct);
    }

    /// <summary>A place is known from now on, or still.</summary>
    public Task<Clock> BeginAsync(Position position, CancellationToken ct) => clocks.StartNextAsync(LastReport, position.Id, position.Id, position.SeenAt, null, ct);
}

/// <summary>Where a vehicle or team was seen has served: it is destroyed.</summary>
internal sealed class OnPositionRetentionOver(ResourcesDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Positions.FindAsync([clock.EntityId], ct) is { } position) position.Forget();
    }
}

/// <summary>A vehicle or team that was never released says nothing more: where it was seen is destroyed. One that has reported since is looked at again as long after that report.</summary>
internal sealed class OnLastReportOld(ResourcesDb db, PositionBook positions) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Positions.FindAsync([clock.EntityId], ct) is not { EndedAt: null, IsForgotten: false } position) return;
        if (position.SeenAt > clock.StartedAt) await positions.BeginAsync(position, ct);
        else position.Forget();
    }
}
