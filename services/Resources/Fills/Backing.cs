using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Stock;
using Coordination.Resources.Types;
using Coordination.Resources.Units;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Fills;

/// <summary>What stands behind a supplier's fill: a unit under lease, or goods in the ledger. Both follow the fill in its transaction.</summary>
internal sealed class Backing(ResourcesDb db, Call call, ResourceCatalogue catalogue)
{
    /// <summary>Leases a named unit, or goods that expire first, to a fill. The type and the quantity must fit. Only the owner's book has what can be leased.</summary>
    public async Task<(Lease Lease, Refusal? Refusal)> LeaseAsync(
        Guid fill, Guid? incident, string agency, string type, Guid? unitId, int quantity, CancellationToken ct)
    {
        if (unitId is { } named) return await LeaseUnitAsync(named, fill, incident, agency, type, quantity, ct);
        var lots = await db.Lots.Where(l => l.Agency == agency && l.TypeCode == type && l.ExerciseId == call.Exercise && l.Free > 0).ToListAsync(ct);
        var (picks, refusal) = FirstExpired.Choose(lots, quantity);
        if (refusal is not null) return (Lease.None, refusal);
        foreach (var pick in picks) Move(lots.Find(l => l.Id == pick.LotId)!, StockMovement.Held, pick.Quantity, fill, call.Now);
        return (new(picks, null), null);
    }

    /// <summary>Nothing is promised or sent on a lease that has gone to another: who lost it must lease anew. Goods need no such question, their ledger refuses.</summary>
    public async Task<Refusal?> HoldsAsync(Fill fill, CancellationToken ct) =>
        fill.UnitId is { } id && (await db.Units.FindAsync([id], ct))?.IsLeasedTo(fill.FillId, fill.LeaseEpoch) != true
            ? new Refusal("lease-lost", "The unit is no longer leased to this fill.") : null;

    /// <summary>Follows the fill from one state to the next.</summary>
    public async Task<Refusal?> FollowAsync(Fill fill, FillState before, DateTimeOffset at, CancellationToken ct)
    {
        if (fill.UnitId is { } id && await db.Units.FindAsync([id], ct) is { } unit && unit.FillId == fill.FillId && UnitStates.TryGetValue(fill.State, out var to)
            && unit.Follow(to, to == UnitState.Available, at))
            db.Append(fill.IncidentId ?? unit.Id, new UnitMoved(unit.Id, unit.Agency, unit.TypeCode, unit.State, unit.IncidentId, fill.FillId, at));
        return Movement(before, fill.State) is { } movement ? await MoveAllAsync(fill, movement, at, ct) : null;
    }

    /// <summary>Gives all goods of a fill free again, before it is backed anew.</summary>
    public async Task ReleaseAsync(Fill fill, DateTimeOffset at, CancellationToken ct)
    {
        await MoveAllAsync(fill, StockMovement.Released, at, ct);
        fill.Back([]);
    }

    /// <summary>Fewer were ordered than offered: the surplus is free again, what expires last first.</summary>
    public async Task TrimAsync(Fill fill, DateTimeOffset at, CancellationToken ct)
    {
        var surplus = fill.Picks.Sum(p => p.Quantity) - fill.Quantity;
        var kept = new List<StockPick>();
        foreach (var pick in Enumerable.Reverse(fill.Picks))
        {
            var less = Math.Clamp(surplus, 0, pick.Quantity);
            surplus -= less;
            if (less > 0) Move((await db.Lots.FindAsync([pick.LotId], ct))!, StockMovement.Released, less, fill.FillId, at);
            if (less < pick.Quantity) kept.Insert(0, pick with { Quantity = pick.Quantity - less });
        }
        fill.Back(kept);
    }

    /// <summary>Goods that came back unused enter the lots they came from.</summary>
    public async Task<Refusal?> TakeBackAsync(Fill fill, int quantity, DateTimeOffset at, CancellationToken ct)
    {
        if (quantity > fill.Picks.Sum(p => p.Quantity)) return Refusal.Invalid("/returnedQuantity", "more-than-issued", "At most what was issued can come back.");
        foreach (var pick in fill.Picks.TakeWhile(_ => quantity > 0))
        {
            var back = Math.Min(pick.Quantity, quantity);
            quantity -= back;
            if (Move((await db.Lots.FindAsync([pick.LotId], ct))!, StockMovement.TakenBack, back, fill.FillId, at) is { } no) return no;
        }
        return null;
    }

    /// <summary>Moves goods of one lot: balance, two postings and the event.</summary>
    public Refusal? Move(StockLot lot, StockMovement movement, int quantity, Guid? fill, DateTimeOffset at)
    {
        if (lot.Move(movement, quantity) is { } no) return no;
        db.AddRange(StockPosting.Pair(lot, movement, quantity, fill, at));
        db.Append(lot.Id, new StockMoved(lot.Id, lot.Agency, lot.TypeCode, movement, lot.Band, lot.State, lot.Source, fill, at));
        return null;
    }

    private static readonly Dictionary<FillState, UnitState> UnitStates = new()
    {
        [FillState.Ordered] = UnitState.Alerted,
        [FillState.Committed] = UnitState.Assigned,
        [FillState.Mobilizing] = UnitState.Assigned,
        [FillState.EnRoute] = UnitState.EnRoute,
        [FillState.Staged] = UnitState.OnScene,
        [FillState.Assigned] = UnitState.OnScene,
        [FillState.OutOfService] = UnitState.OutOfService,
        [FillState.ReleasePending] = UnitState.Released,
        [FillState.Demobilizing] = UnitState.Returning,
        [FillState.Returned] = UnitState.Available,
        [FillState.Declined] = UnitState.Available,
        [FillState.Lapsed] = UnitState.Available,
        [FillState.Recalled] = UnitState.Available,
    };

    private static StockMovement? Movement(FillState before, FillState now) => (before, now) switch
    {
        _ when before == now => null,
        (FillState.Mobilizing, _) when FillRules.IsDead(now) => StockMovement.PutBack,
        _ when FillRules.IsDead(now) => StockMovement.Released,
        (_, FillState.Mobilizing) => StockMovement.Picked,
        (FillState.Mobilizing, _) => StockMovement.Issued,
        _ => null,
    };

    private async Task<(Lease Lease, Refusal? Refusal)> LeaseUnitAsync(Guid id, Guid fill, Guid? incident, string agency, string type, int quantity, CancellationToken ct)
    {
        if (await db.Units.FirstOrDefaultAsync(u => u.Id == id && u.Agency == agency, ct) is not { } unit)
            return (Lease.None, Refusal.Invalid("/unitId", "no-such-unit", "The agency has no such unit."));
        if (!catalogue.ThatServe(type).Contains(unit.TypeCode)) return (Lease.None, Refusal.Invalid("/unitId", "other-type", $"The unit is of type {unit.TypeCode}."));
        return unit.Lease(fill, incident, quantity) is { } no ? (Lease.None, no) : (new([], unit.LeaseEpoch), null);
    }

    private async Task<Refusal?> MoveAllAsync(Fill fill, StockMovement movement, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var pick in fill.Picks)
            if (Move((await db.Lots.FindAsync([pick.LotId], ct))!, movement, pick.Quantity, fill.FillId, at) is { } no) return no;
        return null;
    }
}

/// <summary>What the owner granted: so much from lots, or a named unit, whose leases are numbered.</summary>
internal sealed record Lease(IReadOnlyList<StockPick> Picks, int? Epoch)
{
    public static readonly Lease None = new([], null);
}
