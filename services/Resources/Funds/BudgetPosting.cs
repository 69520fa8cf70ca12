using Coordination.Contracts.Events;

namespace Coordination.Resources.Funds;

/// <summary>Accounts of a budget. The last stands outside it.</summary>
public enum BudgetAccount
{
    /// <summary>May be set aside.</summary>
    Free,
    /// <summary>Committed to a use.</summary>
    SetAside,
    /// <summary>Paid.</summary>
    Spent,
    /// <summary>Where money is granted from.</summary>
    Outside,
}

/// <summary>One line of a budget's ledger; the two lines of a movement cancel out. Written once, never changed.</summary>
internal sealed class BudgetPosting
{
    private BudgetPosting() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid BudgetId { get; private set; }
    public Guid MovementId { get; private set; }
    public BudgetMovement Movement { get; private set; }
    public BudgetAccount Account { get; private set; }
    /// <summary>What the account gains, in minor units; negative for what it loses.</summary>
    public long AmountMinor { get; private set; }
    /// <summary>The commitment it moved for.</summary>
    public Guid? FundId { get; private set; }
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>Between which accounts a movement moves.</summary>
    public static (BudgetAccount From, BudgetAccount To) Accounts(BudgetMovement movement) => movement switch
    {
        BudgetMovement.Granted => (BudgetAccount.Outside, BudgetAccount.Free),
        BudgetMovement.Withdrawn => (BudgetAccount.Free, BudgetAccount.Outside),
        BudgetMovement.SetAside => (BudgetAccount.Free, BudgetAccount.SetAside),
        BudgetMovement.GivenBack => (BudgetAccount.SetAside, BudgetAccount.Free),
        BudgetMovement.Spent => (BudgetAccount.SetAside, BudgetAccount.Spent),
        _ => throw new ArgumentOutOfRangeException(nameof(movement), movement, "moves nothing"),
    };

    /// <summary>The two lines of a movement.</summary>
    public static IEnumerable<BudgetPosting> Pair(Budget budget, BudgetMovement movement, long amountMinor, Guid? fund, DateTimeOffset at)
    {
        var (from, to) = Accounts(movement);
        var id = Guid.CreateVersion7();
        return [Line(from, -amountMinor), Line(to, amountMinor)];

        BudgetPosting Line(BudgetAccount account, long amount) => new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = budget.ExerciseId,
            BudgetId = budget.Id,
            MovementId = id,
            Movement = movement,
            Account = account,
            AmountMinor = amount,
            FundId = fund,
            OccurredAt = at,
        };
    }
}
