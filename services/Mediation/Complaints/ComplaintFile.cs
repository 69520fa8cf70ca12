using Coordination.Platform;

namespace Coordination.Mediation.Complaints;

/// <summary>Finds a complaint for the body that owes the reply; to anyone else it does not exist.</summary>
internal static class ComplaintFile
{
    public static async Task<Complaint?> ComplaintAsync(this MediationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.Complaints.FindAsync([id], ct) is { } complaint && complaint.Agency == call.Caller.Agency ? complaint : null;
}
