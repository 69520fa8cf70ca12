using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Custody;

internal static class CustodyFile
{
    public static async Task<EvidenceItem?> EvidenceAsync(this MediationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.Evidence.FindAsync([id], ct) is { } item && await db.CaseAsync(item.CaseId, call, ct) is not null ? item : null;

    /// <summary>Every step and every refused attempt goes into the log.</summary>
    public static async Task LogAsync(this MediationDb db, EvidenceItem item, CustodyAction action, Refusal? refused, IReadOnlyList<Guid> signedBy, Call call, CancellationToken ct)
    {
        var last = await db.CustodyLog.Where(e => e.EvidenceId == item.Id).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
        db.Add(CustodyEntry.After(last, item, action, refused, signedBy, call.Caller.Subject, call.Now));
    }
}
