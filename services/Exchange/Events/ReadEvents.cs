using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Events;

/// <summary>
/// The region's log: pages of CloudEvents, or with <c>Accept: text/event-stream</c> a stream that never ends. A stream resumes after
/// <c>Last-Event-ID</c>, however old, misses nothing and repeats nothing; by <c>subscription</c> it takes that one's filter and begins at its cursor.
/// </summary>
internal static class ReadEvents
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/events", Handle)
        .WithName("readEvents").WithSummary("The region's event log, as pages or as a stream of server-sent events; type, area and severity take several, separated by commas.").MayStream()
        .Produces<EventPage>().RequireRole(Roles.Integration, Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.Operator);

    private static async Task<IResult> Handle(
        HttpContext http, EventLog log, AccessLog accesses, OwnWork work, Stopping stopping, EndedAccess ended, Call call, string? type, Guid? subject, string? area, string? severity, Guid? exercise, string? after,
        Guid? subscription, bool? bookmarks, TimeProvider time, CancellationToken ct)
    {
        var asked = SubscriptionFilter.Of(type, subject, area, severity);
        if (asked.JudgeSeverities("?severity") is { } odd) return odd.Problem();
        var reader = new Given(accesses, Reading.Of(http, call));
        var (filter, cursor) = (asked.Within(Sight.Of(call.Caller, reader) with { Exercise = exercise ?? call.Exercise }), 0L);
        if (subscription is { } id)
        {
            // A context is lent for the look alone: a stream may last for days.
            var (found, at) = await work.ReadAsync<ExchangeDb, (Subscription?, long)>(async db => (
                await db.Subscriptions.AsNoTracking().OwnAsync(id, call, ct), await db.Cursors.Where(c => c.SubscriptionId == id).Select(c => c.Position).SingleOrDefaultAsync(ct)), ct);
            if (found is not { } own) return Problems.NotFound("subscription", id);
            if (own.State is SubscriptionState.Paused or SubscriptionState.Ended) return new Refusal("subscription-not-active", $"The subscription is {own.State}; nothing is given by it.").Problem();
            (filter, cursor) = (Sight.Of(own, reader), at);
        }
        if (!http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/event-stream")) return await PageAsync(http, log, filter, after, cursor, ct);
        var last = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } given ? given : after;
        if (Position(last, cursor) is not { } position) return Refusal.Invalid("@Last-Event-ID", "position", "Must be the id of an event of this log.").Problem();
        // A stream lasts no longer than the right to it: the reader comes again with a new token and goes on after its last event.
        using var rights = new CancellationTokenSource(RightsOf(http, call), time);
        using var access = ended.Over(http);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping.Token, rights.Token, access.Token);
        await EventStreaming.WriteAsync(http, log, position, filter, bookmarks ?? false, ends.Token);
        return Results.Empty;
    }

    private static async Task<IResult> PageAsync(HttpContext http, EventLog log, EventFilter filter, string? after, long cursor, CancellationToken ct)
    {
        var from = http.Request.Query["cursor"].ToString() is { Length: > 0 } c ? c : after;
        if (Position(from, cursor) is not { } position) return Refusal.Invalid("?cursor", "position", "Must be a position of this log.").Problem();
        var stretch = await log.ReadAsync(position, Paging.ReadLimit(http), filter, ct);
        return TypedResults.Ok(new EventPage(
            [.. stretch.Events.Select(e => new EventAt(e.Position, JsonNode.Parse(e.CloudEvent.Span)!))], stretch.IsEnd ? null : $"{stretch.UpTo}"));
    }

    private static TimeSpan RightsOf(HttpContext http, Call call)
    {
        if (!long.TryParse(http.User.FindFirst("exp")?.Value, out var seconds)) return Timeout.InfiniteTimeSpan;
        var left = DateTimeOffset.FromUnixTimeSeconds(seconds) - call.RealNow;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static long? Position(string? text, long otherwise) => text is null ? otherwise : long.TryParse(text, out var position) && position >= 0 ? position : null;
}

/// <summary>A page of the log.</summary>
/// <param name="Items">Events in order of position.</param>
/// <param name="Next">Cursor of the next page, or null at the end for now.</param>
public sealed record EventPage(IReadOnlyList<EventAt> Items, string? Next);

/// <summary>An event and its place in the region's sequence.</summary>
/// <param name="Position">From 1, without gaps.</param>
/// <param name="Event">The CloudEvent.</param>
public sealed record EventAt(long Position, JsonNode Event);
