using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Stock;

/// <summary>A lot will expire soon.</summary>
internal sealed class OnNearExpiry(ResourcesDb db) : IReactToClock
{
    public Task HandleAsync(Clock clock, CancellationToken ct) => db.AgeAsync(clock, LotState.NearExpiry, ct);
}

/// <summary>A lot expired: it may no longer be leased or picked.</summary>
internal sealed class OnLotExpired(ResourcesDb db) : IReactToClock
{
    public Task HandleAsync(Clock clock, CancellationToken ct) => db.AgeAsync(clock, LotState.Expired, ct);
}

internal static class Ageing
{
    public static async Task AgeAsync(this ResourcesDb db, Clock clock, LotState to, CancellationToken ct)
    {
        if (await db.Lots.FindAsync([clock.EntityId], ct) is { } lot && lot.Age(to) is null)
            db.Append(lot.Id, new StockMoved(lot.Id, lot.Agency, lot.TypeCode, StockMovement.Aged, lot.Band, lot.State, lot.Source, null, clock.DueAt));
    }
}
