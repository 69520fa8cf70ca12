using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Positions;

/// <summary>Ends what is known of a position when its fill is released.</summary>
internal sealed class PositionBook(ResourcesDb db, Clocks clocks, Call call)
{
    public async Task FollowAsync(Fill fill, FillState before, DateTimeOffset at, CancellationToken ct)
    {
        if (!FillRules.IsTracked(before) || FillRules.IsTracked(fill.State) || await db.Positions.FindAsync([fill.FillId], ct) is not { EndedAt: null } position) return;
        position.End(at);
        // From now on, whatever time the other party says.
        clocks.Start("position.retention", position.Id, position.Id, call.Now);
    }
}

/// <summary>Where a vehicle or team was seen has served: it is destroyed.</summary>
internal sealed class OnPositionRetentionOver(ResourcesDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Positions.FindAsync([clock.EntityId], ct) is { } position) position.Forget();
    }
}
