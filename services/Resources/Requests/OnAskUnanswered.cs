using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requests;

/// <summary>Who was asked gave no answer in its time: the line shows it as lacking what was asked, and the shortage can go on to others.</summary>
internal sealed class OnAskUnanswered(ResourcesDb db, RequestBook book) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        var requests = await db.Requests.Where(r => r.Id == clock.Subject || r.IncidentId == clock.Subject).ToListAsync(ct);
        if (requests.Find(r => r.GoSilent(clock.EntityId, clock.DueAt)) is { } request) await book.ChangedAsync(request, clock.DueAt, ct);
    }
}
