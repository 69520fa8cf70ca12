using System.Text;
using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Exchange.Events;

/// <summary>
/// The region's log: pages of CloudEvents, or with <c>Accept: text/event-stream</c> a stream that never ends. A stream resumes after
/// <c>Last-Event-ID</c>, however old, misses nothing and repeats nothing. Command sees nothing of mediation, not even its counts.
/// </summary>
internal static class ReadEvents
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/events", Handle)
        .WithName("readEvents").WithSummary("The region's event log, as pages or as a stream of server-sent events.")
        .Produces<EventPage>().RequireRole(Roles.Integration, Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.Operator);

    private static async Task<IResult> Handle(
        HttpContext http, EventLog log, Stopping stopping, Call call, string? type, Guid? subject, Guid? exercise, string? after, CancellationToken ct)
    {
        var filter = new EventFilter(type, subject, exercise, call.Caller.Has(Roles.Auditor) ? null : "mediation.");
        if (!http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/event-stream")) return await PageAsync(http, log, filter, after, ct);
        var last = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } id ? id : after;
        if (!TryPosition(last, out var position)) return Refusal.Invalid("@Last-Event-ID", "position", "Must be the id of an event of this log.").Problem();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping.Token);
        await StreamAsync(http, log, position, filter, ends.Token);
        return Results.Empty;
    }

    private static async Task<IResult> PageAsync(HttpContext http, EventLog log, EventFilter filter, string? after, CancellationToken ct)
    {
        var cursor = http.Request.Query["cursor"].ToString() is { Length: > 0 } c ? c : after;
        if (!TryPosition(cursor, out var position)) return Refusal.Invalid("?cursor", "position", "Must be a position of this log.").Problem();
        var limit = Paging.ReadLimit(http);
        var events = await log.ReadAsync(position, limit, filter, ct);
        return TypedResults.Ok(new EventPage(
            [.. events.Select(e => new EventAt(e.Position, JsonNode.Parse(e.CloudEvent.Span)!))], events.Count == limit ? $"{events[^1].Position}" : null));
    }

    private static async Task StreamAsync(HttpContext http, EventLog log, long position, EventFilter filter, CancellationToken ct)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.StartAsync(ct);
        try
        {
            await foreach (var e in log.FollowAsync(position, filter, Heartbeat, ct))
            {
                if (e is null)
                {
                    // A comment keeps proxies from closing a quiet stream, and tells the reader that it has all there is.
                    await http.Response.Body.WriteAsync(": up to date\n\n"u8.ToArray(), ct);
                    await http.Response.Body.FlushAsync(ct);
                    continue;
                }
                await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"id: {e.Position}\nevent: {e.Type}\ndata: "), ct);
                await http.Response.Body.WriteAsync(e.CloudEvent, ct);
                await http.Response.Body.WriteAsync("\n\n"u8.ToArray(), ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the process stops: it resumes from its last id.
        }
    }

    private static bool TryPosition(string? text, out long position)
    {
        position = 0;
        return text is null || (long.TryParse(text, out position) && position >= 0);
    }
}

/// <summary>A page of the log.</summary>
/// <param name="Items">Events in order of position.</param>
/// <param name="Next">Cursor of the next page, or null at the end for now.</param>
public sealed record EventPage(IReadOnlyList<EventAt> Items, string? Next);

/// <summary>An event and its place in the region's sequence.</summary>
/// <param name="Position">From 1, without gaps.</param>
/// <param name="Event">The CloudEvent.</param>
public sealed record EventAt(long Position, JsonNode Event);
