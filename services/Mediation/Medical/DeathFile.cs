using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Medical;

internal static class DeathFile
{
    /// <summary>One step on the record of a death, on the version the caller saw.</summary>
    public static async Task<Results<Ok<DeathView>, ProblemHttpResult>> DecideDeathAsync(
        this MediationDb db, Guid id, Call call, Func<Death, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.Deaths.FindAsync([id], ct) is not { } death || await db.CaseAsync(death.CaseId, call, ct) is null) return Problems.NotFound("death", id);
        if (call.Stale(death.Version) is { } stale) return stale.Problem();
        return await decide(death) is { } refusal ? refusal.Problem() : TypedResults.Ok(DeathView.Of(death));
    }
}
