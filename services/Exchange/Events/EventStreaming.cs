using System.Buffers;
using System.IO.Pipelines;
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
    private const int Held = 16 * 1024;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    internal static async Task WriteAsync(HttpContext http, EventLog log, long position, EventFilter filter, bool bookmarks, CancellationToken ct)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.StartAsync(ct);
        var output = http.Response.BodyWriter;
        try
        {
            output.Write(Encoding.UTF8.GetBytes($"retry: {Random.Shared.Next(1000, 3000)}\n\n"));
            await foreach (var item in log.FollowAsync(position, filter, Heartbeat, ct))
            {
                if (item.Event is { } e) Write(output, e);
                else Write(output, item, bookmarks);
                // A bookmark ends what is there for now: until then little is held back, so that one write to the socket takes all of it.
                if (item.Event is null || output.UnflushedBytes > Held) await output.FlushAsync(ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the process stops: it resumes from its last id.
        }
    }

    private static void Write(PipeWriter output, LoggedEvent e)
    {
        output.Write(Encoding.UTF8.GetBytes($"id: {e.Position}\nevent: {e.Type}\ndata: "));
        output.Write(e.CloudEvent.Span);
        output.Write("\n\n"u8);
    }

    /// <summary>The comment keeps proxies from closing a quiet stream, and tells the reader whether it has all there is.</summary>
    private static void Write(PipeWriter output, LogItem bookmark, bool isEvent) => output.Write(Encoding.UTF8.GetBytes(
        $": {(bookmark.IsEnd ? "up to date" : "looking on")}\nid: {bookmark.Position}\n{(isEvent ? $"event: bookmark\ndata: {{\"position\":{bookmark.Position}}}\n" : "")}\n"));
}
