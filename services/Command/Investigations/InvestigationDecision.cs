using Coordination.Command.Incidents;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Command.Investigations;

/// <summary>A decision on an investigation, made on its newest version.</summary>
internal static class InvestigationDecision
{
    public static async Task<Results<Ok<InvestigationView>, ProblemHttpResult>> TakeAsync(
        Guid id, CommandDb db, Call call, Func<Investigation, Incident, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.Investigations.FindAsync([id], ct) is not { } investigation || await db.Incidents.FindAsync([investigation.IncidentId], ct) is not { } incident)
            return Problems.NotFound("investigation", id);
        if (call.Stale(investigation.Version) is { } stale) return stale.Problem();
        if (await decide(investigation, incident) is { } refusal) return refusal.Problem();
        db.Append(investigation.IncidentId, investigation.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(InvestigationView.Of(investigation));
    }
}
