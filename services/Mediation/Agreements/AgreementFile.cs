using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class AgreementFile
{
    public static async Task<(Agreement, Case)?> AgreementAsync(this MediationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.Agreements.FindAsync([id], ct) is { } agreement && await db.CaseAsync(agreement.CaseId, call, ct) is { } found ? (agreement, found) : null;

    /// <summary>One decision on an agreement and what it means for its case, on the version the caller saw.</summary>
    public static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> DecideAgreementAsync(
        this MediationDb db, Guid id, Call call, Func<Agreement, Case, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.AgreementAsync(id, call, ct) is not var (agreement, found)) return Problems.NotFound("agreement", id);
        if (call.Stale(agreement.Version) is { } stale) return stale.Problem();
        return await decide(agreement, found) is { } refusal ? refusal.Problem() : TypedResults.Ok(AgreementView.Of(agreement));
    }
}
