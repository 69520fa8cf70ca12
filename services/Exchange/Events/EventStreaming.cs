using System.Text;
using Coordination.Platform;
using Microsoft.AspNetCore.Http;

namespace Coordination.Exchange.Events;

/// <summary>
/// The log as server-sent events. A bookmark says how far the log was looked through, so that a reader whose filter takes little resumes there and not at its
/// last event: as an id without an event, which moves <c>Last-Event-ID</c> and is shown to nobody, or as an event of its own for who asks for it.
/// </summary>
internal static class EventStreaming
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    internal static async Task WriteAsync(HttpContext http, EventLog log, long position, EventFilter filter, bool bookmarks, CancellationToken ct)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.StartAsync(ct);
        var body = http.Response.Body;
        try
        {
            await body.WriteAsync(Encoding.UTF8.GetBytes($"retry: {Random.Shared.Next(1000, 3000)}\n\n"), ct);
            await foreach (var item in log.FollowAsync(position, filter, Heartbeat, ct))
            {
                if (item.Event is not { } e)
                {
                    // The comment keeps proxies from closing a quiet stream, and tells the reader whether it has all there is.
                    await body.WriteAsync(Encoding.UTF8.GetBytes($": {(item.IsEnd ? "up to date" : "looking on")}\nid: {item.Position}\n{(bookmarks ? $"event: bookmark\ndata: {{\"position\":{item.Position}}}\n" : "")}\n"), ct);
                    await body.FlushAsync(ct);
                    continue;
                }
                await body.WriteAsync(Encoding.UTF8.GetBytes($"id: {e.Position}\nevent: {e.Type}\ndata: "), ct);
                await body.WriteAsync(e.CloudEvent, ct);
                await body.WriteAsync("\n\n"u8.ToArray(), ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the process stops: it resumes from its last id.
        }
    }
}
