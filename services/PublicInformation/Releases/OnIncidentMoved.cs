using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Releases;

/// <summary>The response is over.</summary>
internal sealed class OnResponseEnded(PublicInformationDb db, Clocks clocks) : IHandle<ResponseEnded>
{
    public async Task HandleAsync(ResponseEnded e, EventContext context, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([e.IncidentId], ct) is not { } incident) return;
        incident.End();
        await new ReleaseClocks(clocks).EndedAsync(incident, ct);
    }
}

/// <summary>A closed incident was opened again: updates are owed again.</summary>
internal sealed class OnIncidentReopened(PublicInformationDb db, Clocks clocks) : IHandle<IncidentReopened>
{
    public async Task HandleAsync(IncidentReopened e, EventContext context, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([e.IncidentId], ct) is not { ResponseEnded: true } incident) return;
        incident.Reopen();
        await new ReleaseClocks(clocks).ReopenedAsync(incident, e.At, ct);
    }
}

/// <summary>The incident is the same as another one.</summary>
internal sealed class OnIncidentMerged(PublicInformationDb db, Clocks clocks) : IHandle<IncidentMerged>
{
    public async Task HandleAsync(IncidentMerged e, EventContext context, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([e.IncidentId], ct) is not { } incident) return;
        incident.End();
        await new ReleaseClocks(clocks).MergedAsync(incident, ct);
    }
}
