using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class PartyFile
{
    /// <summary>A party's own word, as the committee takes it down. It needs no version: nobody else decides on it.</summary>
    public static async Task<Results<Ok<PartyView>, ProblemHttpResult>> TakeAsync(
        this MediationDb db, Guid id, Call call, Func<Case, Party, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Parties.FindAsync([id], ct) is not { } party || await db.CaseAsync(party.CaseId, call, ct) is not { } found) return Problems.NotFound("party", id);
        return decide(found, party) is { } refusal ? refusal.Problem() : TypedResults.Ok(PartyView.Of(party));
    }
}
