using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Staging;

/// <summary>The staging areas of an agency, and what waits in them: the fills that it checked in there and has not put to work yet.</summary>
internal sealed class StagingBook(ResourcesDb db, Call call)
{
    public async Task<StagingArea?> FindAsync(string agency, Guid id, CancellationToken ct) =>
        await db.StagingAreas.FindAsync([id], ct) is { } area && area.Agency == agency && area.ExerciseId == call.Exercise ? area : null;

    public Task<int> WaitingAsync(Guid area, CancellationToken ct) =>
        db.Fills.CountAsync(f => f.StagingAreaId == area && f.Side == FillSide.Requester && f.State == FillState.Staged, ct);

    /// <summary>How many wait in each of them; what is empty is not listed.</summary>
    public Task<Dictionary<Guid, int>> WaitingAsync(IReadOnlyCollection<Guid> areas, CancellationToken ct) =>
        db.Fills.Where(f => f.StagingAreaId != null && areas.Contains(f.StagingAreaId.Value) && f.Side == FillSide.Requester && f.State == FillState.Staged)
            .GroupBy(f => f.StagingAreaId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>Null when the fill may be checked in there.</summary>
    public async Task<Refusal?> AdmitsAsync(Fill fill, Guid id, CancellationToken ct) => await FindAsync(fill.Agency, id, ct) is { } area
        ? area.Admits(fill.IncidentId, await WaitingAsync(id, ct)) : Refusal.Invalid("/stagingAreaId", "no-such-staging-area", "The incident has no such staging area here.");
}
