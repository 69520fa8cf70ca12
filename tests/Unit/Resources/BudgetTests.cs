using Coordination.Contracts.Events;
using Coordination.Resources.Funds;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

public sealed class BudgetTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(BudgetMovement.SetAside, 101, "insufficient-funds")]
    [InlineData(BudgetMovement.Withdrawn, 101, "insufficient-funds")]
    [InlineData(BudgetMovement.Spent, 1, "insufficient-funds")]
    [InlineData(BudgetMovement.GivenBack, 1, "insufficient-funds")]
    [InlineData(BudgetMovement.Granted, 0, "amount-required")]
    [InlineData(BudgetMovement.Granted, 1_000_000_000_000_000, "range")]
    public void Money_that_is_not_there_moves_nowhere(BudgetMovement movement, long amount, string rule)
    {
        var budget = Granted(100);
        Assert.Equal(rule, budget.Move(movement, amount)!.Rule);
        Assert.Equal((100, 100, 0, 0, 2), (budget.GrantedMinor, budget.FreeMinor, budget.SetAsideMinor, budget.SpentMinor, budget.Version));
    }

    /// <summary>Invariants: no balance is negative; granted is free, set aside and spent together; the ledger's lines cancel out and add up to the balances.</summary>
    [Fact]
    public void However_money_moves_the_ledger_adds_up()
    {
        var movements = Enum.GetValues<BudgetMovement>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, 9999).ListOf().ToArbitrary(), commands =>
        {
            var budget = Granted(100);
            var ledger = BudgetPosting.Pair(budget, BudgetMovement.Granted, 100, null, T0).ToList();
            foreach (var c in commands)
            {
                var (movement, amount, version) = (movements[c % movements.Length], (c / 10 % 60) - 5L, budget.Version);
                if (budget.Move(movement, amount) is null) ledger.AddRange(BudgetPosting.Pair(budget, movement, amount, null, T0));
                else if (budget.Version != version) return false;
                if (budget.FreeMinor < 0 || budget.SetAsideMinor < 0 || budget.SpentMinor < 0 || budget.GrantedMinor != budget.FreeMinor + budget.SetAsideMinor + budget.SpentMinor) return false;
            }
            long Sum(BudgetAccount account) => ledger.Where(p => p.Account == account).Sum(p => p.AmountMinor);
            return ledger.GroupBy(p => p.MovementId).All(m => m.Sum(p => p.AmountMinor) == 0) && Sum(BudgetAccount.Outside) == -budget.GrantedMinor
                && (Sum(BudgetAccount.Free), Sum(BudgetAccount.SetAside), Sum(BudgetAccount.Spent)) == (budget.FreeMinor, budget.SetAsideMinor, budget.SpentMinor);
        }));
    }

    private static Budget Granted(long amount)
    {
        var budget = Budget.Open(Guid.CreateVersion7(), null, "city", null, FundSource.ReserveFund, "floods", "CNY", T0);
        Assert.Null(budget.Move(BudgetMovement.Granted, amount));
        return budget;
    }
}
