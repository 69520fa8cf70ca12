using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Releases;

/// <summary>An incident is real: the public must hear of it. A statement that went out before this was known here counts.</summary>
internal sealed class OnIncidentConfirmed(PublicInformationDb db, Clocks clocks, Call call) : IHandle<IncidentConfirmed>
{
    public async Task HandleAsync(IncidentConfirmed e, EventContext context, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([e.IncidentId], ct) is not null) return;
        var incident = InformedIncident.Of(e, call.Exercise);
        db.Add(incident);
        var release = new ReleaseClocks(clocks);
        release.Confirmed(incident);
        var earlier = await db.Statements.Where(s => s.IncidentId == e.IncidentId && s.PublishedAt != null).OrderBy(s => s.PublishedAt).Select(s => s.PublishedAt).ToListAsync(ct);
        foreach (var published in earlier) await release.StatementPublishedAsync(incident, published!.Value, ct);
    }
}
