using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Funds;

/// <summary>Moves the money of a budget: balance, two postings and the event; and follows the commitments that it pays.</summary>
internal sealed class BudgetBook(ResourcesDb db, Call call)
{
    /// <summary>A new budget with its first grant.</summary>
    public (Budget Budget, Refusal? Refusal) Open(string agency, string? code, FundSource source, long amountMinor, string currency, string purpose)
    {
        var budget = Budget.Open(Guid.CreateVersion7(), call.Exercise, agency, code, source, purpose, currency, call.Now);
        db.Add(budget);
        return (budget, Move(budget, BudgetMovement.Granted, amountMinor, null));
    }

    /// <summary>It is granted so much in all: more than before, or less where the difference is free.</summary>
    public Refusal? Grant(Budget budget, string purpose, long amountMinor)
    {
        budget.Describe(purpose);
        var more = amountMinor - budget.GrantedMinor;
        return more == 0 ? null : Move(budget, more > 0 ? BudgetMovement.Granted : BudgetMovement.Withdrawn, Math.Abs(more), null);
    }

    /// <summary>Null where the plan names no budget, or one of this agency's, of its source and in its currency.</summary>
    public async Task<Refusal?> CheckAsync(string agency, Guid? id, FundSource source, string currency, CancellationToken ct) =>
        id is null || (await db.Budgets.FindAsync([id.Value], ct) is { } b && b.Agency == agency && (b.Source, b.Currency) == (source, currency))
            ? null : Refusal.Invalid("/budgetId", "no-such-budget", "The agency has no such budget of this source and currency.");

    /// <summary>What the plan names is set aside when it is committed; what is not spent of it is free again.</summary>
    public async Task<Refusal?> FollowAsync(FundCommitment fund, FundState before, CancellationToken ct)
    {
        if (fund.BudgetId is not { } id || fund.State == before || await db.Budgets.FindAsync([id], ct) is not { } budget) return null;
        if (fund.State == FundState.Committed) return Move(budget, BudgetMovement.SetAside, fund.AmountMinor, fund.Id);
        if (fund.State != FundState.Spent) return null;
        var rest = fund.AmountMinor - fund.SpentMinor!.Value;
        return Move(budget, BudgetMovement.Spent, fund.SpentMinor.Value, fund.Id) ?? (rest > 0 ? Move(budget, BudgetMovement.GivenBack, rest, fund.Id) : null);
    }

    private Refusal? Move(Budget budget, BudgetMovement movement, long amountMinor, Guid? fund)
    {
        if (budget.Move(movement, amountMinor) is { } no) return no;
        db.AddRange(BudgetPosting.Pair(budget, movement, amountMinor, fund, call.Now));
        db.Append(budget.Id, new BudgetMoved(budget.Id, budget.Agency, budget.Source, movement, amountMinor, budget.Currency, fund, call.Now));
        return null;
    }
}
