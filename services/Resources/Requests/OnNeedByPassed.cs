using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requests;

/// <summary>A line is not filled when it was needed: it expires, and says so; never in silence.</summary>
internal sealed class OnNeedByPassed(ResourcesDb db, RequestBook book) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        var requests = await db.Requests.Where(r => r.Id == clock.Subject || r.IncidentId == clock.Subject).ToListAsync(ct);
        if (requests.Find(r => r.Lines.Exists(l => l.Id == clock.EntityId)) is not { } request) return;
        if (request.Expire(request.Lines.Find(l => l.Id == clock.EntityId)!.Number, clock.DueAt) is null) await book.ChangedAsync(request, clock.DueAt, ct);
    }
}
