using System.Text.Json;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Timeline;

/// <summary>Every event takes its place on the timeline of its incident; mediation's counts belong to none.</summary>
internal sealed class RecordTimeline(OversightDb db) : IHandleAny
{
    public async Task HandleAsync(ReceivedEvent e, EventContext context, CancellationToken ct)
    {
        if (e.Type.StartsWith("mediation.", StringComparison.Ordinal)) return;
        var data = e.ReadJson();
        var timeline = data.TryGetProperty("incidentId", out var incident) && incident.ValueKind == JsonValueKind.String ? incident.GetGuid() : e.Subject;
        var last = await db.Timeline.Where(t => t.Timeline == timeline).OrderByDescending(t => t.Sequence).FirstOrDefaultAsync(ct);
        db.Add(TimelineEntry.After(last, timeline, e));
        Failpoint.Hit("timeline.written");
    }
}
