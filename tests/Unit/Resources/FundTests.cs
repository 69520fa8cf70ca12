using Coordination.Contracts.Events;
using Coordination.Resources.Funds;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

public sealed class FundTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Money_is_planned_committed_spent_and_audited_in_this_order_only()
    {
        foreach (var from in Enum.GetValues<FundState>())
            foreach (var to in Enum.GetValues<FundState>().Where(s => s != FundState.Planned))
            {
                var fund = In(from);
                var version = fund.Version;
                var moved = To(fund, to) is null;
                Assert.Equal((int)to == (int)from + 1, moved);
                Assert.Equal(moved ? to : from, fund.State);
                Assert.Equal(moved ? version + 1 : version, fund.Version);
            }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void No_more_is_spent_than_committed(long amount) => Assert.Equal("more-than-committed", In(FundState.Committed).Spend(amount, "clerk", T0)!.Rule);

    [Fact]
    public void Who_spends_does_not_audit() => Assert.Equal("same-person", In(FundState.Spent).Audit(true, "clerk", T0)!.Rule);

    /// <summary>Invariants: a version grows by one with every step and only then; spent is never more than committed.</summary>
    [Fact]
    public void However_money_is_handled_it_stays_true()
    {
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Choose(0, 2999).ListOf().ToArbitrary(), commands =>
        {
            var fund = In(FundState.Planned);
            foreach (var c in commands)
            {
                var (version, state) = (fund.Version, fund.State);
                var taken = (c % 3) switch
                {
                    0 => fund.Commit(T0),
                    1 => fund.Spend(c, "clerk", T0),
                    _ => fund.Audit(true, c % 2 == 0 ? "clerk" : "auditor", T0),
                } is null;
                if (fund.Version != (taken ? version + 1 : version) || fund.SpentMinor > fund.AmountMinor) return false;
                if (fund.State != state && !FundCommitment.Life.Allows(state, fund.State)) return false;
            }
            return true;
        }));
    }

    private static Coordination.Platform.Refusal? To(FundCommitment f, FundState to) => to switch
    {
        FundState.Committed => f.Commit(T0),
        FundState.Spent => f.Spend(900, "clerk", T0),
        _ => f.Audit(true, "auditor", T0),
    };

    private static FundCommitment In(FundState state)
    {
        var fund = FundCommitment.Plan(Guid.CreateVersion7(), null, "city", FundSource.ReserveFund, 1000, "CNY", "boats", null, null, T0);
        for (var next = FundState.Committed; next <= state; next++) Assert.Null(To(fund, next));
        return fund;
    }
}
