using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Clarifications;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Releases;

/// <summary>A grade was confirmed: it decides how soon the public must hear, how soon claims are answered, and whether a press conference is owed.</summary>
internal sealed class OnGradeConfirmed(PublicInformationDb db, Clocks clocks, JurisdictionPackage package) : IHandle<GradeConfirmed>
{
    public async Task HandleAsync(GradeConfirmed e, EventContext context, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([e.IncidentId], ct) is not { ResponseEnded: false } incident) return;
        var (first, reply) = Limits(incident);
        incident.Regrade(e.Grade);
        var (firstNow, replyNow) = Limits(incident);
        await new ReleaseClocks(clocks).RegradedAsync(incident, first != firstNow, e.At, ct);
        if (reply == replyNow) return;
        foreach (var claim in await db.Clarifications.Where(c => c.IncidentId == incident.Id && c.PublishedAt == null).ToListAsync(ct))
            await ReplyClocks.RegradedAsync(clocks, claim, incident, ct);
    }

    private ((double, ClockUnit) First, (double, ClockUnit) Reply) Limits(InformedIncident incident) =>
        (Limit(ReleaseClocks.Legal, incident), Limit(ReplyClocks.Legal, incident));

    private (double, ClockUnit) Limit(string key, InformedIncident incident)
    {
        var definition = package.Clock(key, incident.Scope());
        return (definition.Duration, definition.Unit);
    }
}
