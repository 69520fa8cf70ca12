using System.Globalization;

namespace Coordination.Tests.Chaos;

/// <summary>Follows the region's log by server-sent events; whatever breaks the stream, it goes on after the last event that it had (<c>Last-Event-ID</c>).</summary>
internal sealed class Subscriber(HttpClient http, ClientLog log, string name, long after, bool forgets) : IDisposable
{
    internal const string Register = "events";

    /// <summary>The log says every 15 s that it is there: one who hears nothing for longer holds a connection that has no other end.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);
    private readonly long first = after;
    private long last;

    /// <summary>The last position that it was given.</summary>
    internal long Last => Math.Max(first, Interlocked.Read(ref last));

    internal bool HasHeard => Interlocked.Read(ref last) > 0;

    internal async Task RunAsync(CancellationToken stop)
    {
        log.Write(new(Register, name, Step.Attempted, name, Position: Last));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stop);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // Broken: once more, from where it stands.
            }
            await Until.LastsAsync(Again);
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", (forgets ? first : Last).ToString(CultureInfo.InvariantCulture));
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (!answer.IsSuccessStatusCode) return;
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
        var (position, type) = (0L, "");
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
        silence.CancelAfter(Silence);
        while (await lines.ReadLineAsync(silence.Token) is { } line)
        {
            silence.CancelAfter(Silence);
            if (line.StartsWith("id: ", StringComparison.Ordinal)) position = long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
            if (line.StartsWith("event: ", StringComparison.Ordinal)) type = line[7..];
            // An id without an event is a bookmark.
            if (line.Length == 0 && type.Length == 0) position = 0;
            if (line.Length > 0 || position == 0) continue;
            log.Write(new(Register, name, Step.Delivered, type, Position: position));
            Interlocked.Exchange(ref last, position);
            (position, type) = (0, "");
        }
    }

    public void Dispose() => http.Dispose();
}
