using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Releases;

/// <summary>The clocks of public information (domain.md B7, C4): first release, its legal limit, press conference, and an update a day.</summary>
internal static class ReleaseClocks
{
    public static async Task StatementPublishedAsync(InformedIncident incident, Clocks clocks, Call call, CancellationToken ct)
    {
        await clocks.StopAsync("release.first", incident.Id, call.Now, ct);
        await clocks.StopAsync("release.first-legal", incident.Id, call.Now, ct);
        var update = await clocks.FindAsync("release.update", incident.Id, ct);
        await clocks.StopAsync("release.update", incident.Id, call.Now, ct);
        if (!incident.ResponseEnded)
            clocks.Start("release.update", incident.Id, incident.Id, call.Now, new ClockScope(incident.Jurisdiction), occurrence: (update?.Occurrence ?? -1) + 1);
    }
}

/// <summary>An incident is real: the public must hear of it.</summary>
internal sealed class OnIncidentConfirmed(PublicInformationDb db, Clocks clocks, Call call) : IHandle<IncidentConfirmed>
{
    public Task HandleAsync(IncidentConfirmed e, EventContext context, CancellationToken ct)
    {
        db.Add(InformedIncident.Of(e, call.Exercise));
        var scope = new ClockScope(e.Jurisdiction, $"{e.Category}", e.Grade?.ToString());
        foreach (var key in (string[])["release.first", "release.first-legal", "release.press-conference"]) clocks.Start(key, e.IncidentId, e.IncidentId, e.ConfirmedAt, scope);
        return Task.CompletedTask;
    }
}

/// <summary>The response is over: no daily update is owed any more.</summary>
internal sealed class OnResponseEnded(PublicInformationDb db, Clocks clocks) : IHandle<ResponseEnded>
{
    public async Task HandleAsync(ResponseEnded e, EventContext context, CancellationToken ct)
    {
        (await db.Incidents.FindAsync([e.IncidentId], ct))?.End();
        foreach (var key in (string[])["release.update", "release.press-conference"])
            if (await clocks.FindAsync(key, e.IncidentId, ct) is { State: ClockState.Running }) await clocks.CancelAsync(key, e.IncidentId, ct);
    }
}
