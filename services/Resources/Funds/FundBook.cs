using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Resources.Funds;

/// <summary>Takes a decision on money, and says so.</summary>
internal sealed class FundBook(ResourcesDb db, BudgetBook budgets, Call call)
{
    public async Task<Results<Ok<FundView>, ProblemHttpResult>> DecideAsync(string agency, Guid id, Func<FundCommitment, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Funds.FindAsync([id], ct) is not { } fund || fund.Agency != agency) return Problems.NotFound("fund", id);
        if (call.Stale(fund.Version) is { } stale) return stale.Problem();
        var before = fund.State;
        if (decide(fund) is { } refusal) return refusal.Problem();
        if (await budgets.FollowAsync(fund, before, ct) is { } no) return no.Problem();
        Moved(fund);
        return TypedResults.Ok(FundView.Of(fund));
    }

    public void Moved(FundCommitment f) => db.Append(f.IncidentId ?? f.Id, new FundMoved(
        f.Id, f.IncidentId, f.Agency, f.Source, f.State, f.SpentMinor ?? f.AmountMinor, f.Currency, f.ChangedAt));
}
