using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Timeline;

/// <summary>Those of an incident read what happened in it; what is kept to a few stands there too, and is read by who runs or reviews the region.</summary>
internal static class ReadTimeline
{
    private static readonly string[] Kept = [.. EventTypeAttribute.All.Select(t => t.Said).Where(t => t.Label is Labels.AmberStrict or Labels.Red).Select(t => t.Name)];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents/{id:guid}/timeline", List).WithName("readTimeline").WithSummary("What happened in an incident, in the order it was recorded, chained by hash.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.PublicInformationOfficer, Roles.Integration, Roles.Operator);
        routes.MapGet("/v1/incidents/{id:guid}/timeline/check", Check).WithName("checkTimeline").WithSummary("Recomputes the chain of a timeline and names the first entry that does not fit.")
            .RequireRole(Roles.Auditor, Roles.Operator, Roles.Commander);
    }

    private static async Task<Ok<Page<TimelineView>>> List(Guid id, Paging page, OversightDb db, Call call, CancellationToken ct)
    {
        var seesAll = call.Caller.Has(Roles.Auditor) || call.Caller.Has(Roles.Operator);
        return TypedResults.Ok(await db.Timeline.AsNoTracking().Where(t => t.Timeline == id && (seesAll || !Kept.Contains(t.Type))).ToPageAsync(page, t => t.Id, TimelineView.Of, ct));
    }

    private static async Task<Results<Ok<TimelineCheck>, ProblemHttpResult>> Check(Guid id, OversightDb db, CancellationToken ct)
    {
        var before = "";
        var sequence = 0;
        await foreach (var entry in db.Timeline.AsNoTracking().Where(t => t.Timeline == id).OrderBy(t => t.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.Sequence != ++sequence || entry.Hash != TimelineEntry.HashOf(before, id, sequence, entry.EventId, entry.Facts)) return TypedResults.Ok(new TimelineCheck(false, sequence));
            before = entry.Hash;
        }
        return sequence > 0 ? TypedResults.Ok(new TimelineCheck(true, sequence)) : Problems.NotFound("timeline", id);
    }
}

/// <summary>An entry of a timeline.</summary>
public sealed record TimelineView(
    Guid Id, int Sequence, string Type, string Source, long Position, Guid EventId, DateTimeOffset At, DateTimeOffset RecordedAt, JsonNode Facts, string Hash)
{
    internal static TimelineView Of(TimelineEntry t) => new(t.Id, t.Sequence, t.Type, t.Source, t.Position, t.EventId, t.At, t.RecordedAt, JsonNode.Parse(t.Facts)!, t.Hash);
}

/// <summary>Whether a timeline's chain holds.</summary>
/// <param name="Holds">True when every entry fits the one before it.</param>
/// <param name="Sequence">The last entry, or the first that does not fit.</param>
public sealed record TimelineCheck(bool Holds, int Sequence);
