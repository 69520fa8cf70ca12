using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

/// <summary>Finds a case for the committee that has it; to anyone else it does not exist.</summary>
internal static class CaseFile
{
    public static async Task<Case?> CaseAsync(this MediationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.Cases.FindAsync([id], ct) is { } found && found.Agency == call.Caller.Agency ? found : null;

    public static Task<List<Party>> PartiesAsync(this MediationDb db, Guid caseId, CancellationToken ct) =>
        db.Parties.Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync(ct);

    /// <summary>One decision on a case, on the version the caller saw.</summary>
    public static async Task<Results<Ok<CaseView>, ProblemHttpResult>> DecideAsync(
        this MediationDb db, Guid id, Call call, Func<Case, Refusal?> decide, Func<Case, Task<Refusal?>>? then, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (call.Stale(found.Version) is { } stale) return stale.Problem();
        if (decide(found) is { } refusal) return refusal.Problem();
        if (then is not null && await then(found) is { } stuck) return stuck.Problem();
        return TypedResults.Ok(CaseView.Of(found));
    }
}
