using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Sessions;

internal static class SessionFile
{
    public static Task<List<Session>> SessionsAsync(this MediationDb db, Guid caseId, CancellationToken ct) => db.Sessions.Where(s => s.CaseId == caseId).ToListAsync(ct);

    public static async Task<Session?> SessionAsync(this MediationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.Sessions.FindAsync([id], ct) is { } session && await db.CaseAsync(session.CaseId, call, ct) is not null ? session : null;

    /// <summary>One decision on a session, on the version the caller saw.</summary>
    public static async Task<Results<Ok<SessionView>, ProblemHttpResult>> DecideSessionAsync(
        this MediationDb db, Guid id, Call call, Func<Session, Refusal?> decide, CancellationToken ct)
    {
        if (await db.SessionAsync(id, call, ct) is not { } session) return Problems.NotFound("session", id);
        if (call.Stale(session.Version) is { } stale) return stale.Problem();
        return decide(session) is { } refusal ? refusal.Problem() : TypedResults.Ok(SessionView.Of(session));
    }
}
