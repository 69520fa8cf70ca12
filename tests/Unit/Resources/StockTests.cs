using Coordination.Contracts.Events;
using Coordination.Resources.Stock;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

public sealed class StockTests
{
    private static readonly DateTimeOffset T0 = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_lot_grows_old_in_this_order_and_in_no_other()
    {
        var table = new HashSet<(LotState, LotState)> { (LotState.Usable, LotState.NearExpiry), (LotState.NearExpiry, LotState.Expired), (LotState.Expired, LotState.Disposed) };
        foreach (var from in Enum.GetValues<LotState>())
            foreach (var to in Enum.GetValues<LotState>())
            {
                var lot = In(from);
                var version = lot.Version;
                var moved = to == LotState.Disposed ? lot.Dispose() is null : lot.Age(to) is null;
                Assert.Equal(table.Contains((from, to)), moved);
                Assert.Equal(moved ? to : from, lot.State);
                Assert.Equal(moved ? version + 1 : version, lot.Version);
            }
    }

    [Fact]
    public void A_lot_is_disposed_of_by_decision_only() => Assert.Equal("illegal-transition", In(LotState.Expired).Age(LotState.Disposed)!.Rule);

    [Fact]
    public void What_has_expired_is_neither_taken_in_nor_held_nor_picked()
    {
        Assert.Equal("already-expired", StockLot.Receive(Guid.NewGuid(), null, "fire", "antiviral", "course", 10, StockSource.Agreement, null, T0, false, T0).Refusal!.Rule);
        Assert.Equal("lot-expired", In(LotState.Expired).Move(StockMovement.Held, 1)!.Rule);
        Assert.Equal("lot-expired", In(LotState.Expired).Move(StockMovement.Picked, 1)!.Rule);
    }

    [Fact]
    public void An_expired_lot_in_use_is_not_disposed_of()
    {
        var lot = Lot();
        lot.Move(StockMovement.Held, 5);
        lot.Age(LotState.NearExpiry);
        lot.Age(LotState.Expired);
        Assert.Equal("lot-in-use", lot.Dispose()!.Rule);
        Assert.Null(lot.Move(StockMovement.Released, 5));
        Assert.Null(lot.Dispose());
        Assert.Equal(0, lot.OnHand);
    }

    [Fact]
    public void Goods_go_from_free_to_held_to_picked_to_issued_and_some_come_back()
    {
        var lot = Lot();
        foreach (var step in (StockMovement[])[StockMovement.Held, StockMovement.Picked, StockMovement.Issued]) Assert.Null(lot.Move(step, 40));
        Assert.Equal((60, 0, 0, 40, 60), (lot.Free, lot.Held, lot.Picked, lot.Issued, lot.OnHand));
        Assert.Null(lot.Move(StockMovement.TakenBack, 10));
        Assert.Equal((70, 30), (lot.Free, lot.Issued));
        Assert.Equal("insufficient-stock", lot.Move(StockMovement.TakenBack, 31)!.Rule);
    }

    [Fact]
    public void A_count_posts_the_difference()
    {
        var lot = Lot();
        Assert.Equal(-7, lot.Count(93).Difference);
        Assert.Equal(93, lot.Free);
        Assert.Equal("quantity", lot.Count(-1).Refusal!.Rule);
    }

    [Fact]
    public void What_expires_first_leaves_first_and_what_does_not_expire_leaves_last()
    {
        var (late, soon, never) = (Lot(T0.AddDays(300)), Lot(T0.AddDays(10)), Lot(null));
        var (picks, refusal) = FirstExpired.Choose([never, late, soon], 250);
        Assert.Null(refusal);
        Assert.Equal([(soon.Id, 100), (late.Id, 100), (never.Id, 50)], picks.Select(p => (p.LotId, p.Quantity)));
    }

    [Fact]
    public void Who_asks_for_more_than_is_free_is_told_how_many_are()
    {
        var held = Lot();
        held.Move(StockMovement.Held, 70);
        var (picks, refusal) = FirstExpired.Choose([held], 31);
        Assert.Empty(picks);
        Assert.Equal("insufficient-stock", refusal!.Rule);
        Assert.StartsWith("30 are free", refusal.Detail);
    }

    /// <summary>Invariants: OnHand = Free + Held + Picked; no balance is negative; the ledger's lines cancel out and add up to the balances.</summary>
    [Fact]
    public void However_goods_move_the_ledger_adds_up()
    {
        var movements = Enum.GetValues<StockMovement>().Where(m => m is not (StockMovement.Aged or StockMovement.Disposed or StockMovement.Received)).ToArray();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, 9999).ListOf().ToArbitrary(), commands =>
        {
            var lot = Lot();
            var ledger = StockPosting.Pair(lot, StockMovement.Received, 100, null, T0).ToList();
            foreach (var c in commands)
            {
                var (movement, quantity, version) = (movements[c % movements.Length], (c / 10 % 60) - 5, lot.Version);
                if (movement == StockMovement.Counted)
                {
                    var (difference, refused) = lot.Count(quantity);
                    if (refused is null) ledger.AddRange(StockPosting.Pair(lot, movement, difference, null, T0));
                }
                else if (lot.Move(movement, quantity) is null) ledger.AddRange(StockPosting.Pair(lot, movement, quantity, null, T0));
                else if (lot.Version != version) return false;
                if (lot.Free < 0 || lot.Held < 0 || lot.Picked < 0 || lot.Issued < 0 || lot.OnHand != lot.Free + lot.Held + lot.Picked) return false;
            }
            int Sum(StockAccount account) => ledger.Where(p => p.Account == account).Sum(p => p.Quantity);
            return ledger.Sum(p => p.Quantity) == 0 && ledger.GroupBy(p => p.MovementId).All(m => m.Sum(p => p.Quantity) == 0)
                && (Sum(StockAccount.Free), Sum(StockAccount.Held), Sum(StockAccount.Picked), Sum(StockAccount.Issued)) == (lot.Free, lot.Held, lot.Picked, lot.Issued);
        }));
    }

    private static StockLot Lot(DateTimeOffset? expires = null) =>
        StockLot.Receive(Guid.CreateVersion7(), null, "fire", "antiviral", "course", 100, StockSource.Agreement, null, expires, false, T0).Lot!;

    private static StockLot In(LotState state)
    {
        var lot = Lot();
        foreach (var next in Enum.GetValues<LotState>().Where(s => s <= state && s is not (LotState.Usable or LotState.Disposed))) Assert.Null(lot.Age(next));
        if (state == LotState.Disposed) Assert.Null(lot.Dispose());
        return lot;
    }
}
