using System.Globalization;

namespace Coordination.Tests.Chaos;

/// <summary>A subscriber by server-sent events who reads one line and then nothing, until it goes on.</summary>
internal sealed class StalledReader(HttpClient http, long after) : IDisposable
{
    private HttpResponseMessage? answer;
    private StreamReader? lines;
    private long last = after;

    internal async Task BeginAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        Assert.True(answer.IsSuccessStatusCode, $"the stream was answered {(int)answer.StatusCode}");
        lines = new StreamReader(await answer.Content.ReadAsStreamAsync(ct), bufferSize: 128);
    }

    /// <summary>Reads on. Was the stream ended meanwhile, it resumes; no position comes twice and none is missing.</summary>
    internal async Task ReadToAsync(long position, CancellationToken ct)
    {
        while (last < position)
        {
            try
            {
                while (last < position && await lines!.ReadLineAsync(ct) is { } line)
                {
                    if (!line.StartsWith("id: ", StringComparison.Ordinal)) continue;
                    var next = long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
                    Assert.Equal(last + 1, next);
                    // It has an event once it has its last line; a stream may end in the middle of one.
                    string? rest;
                    while ((rest = await lines.ReadLineAsync(ct)) is { Length: > 0 }) { }
                    if (rest is not null) last = next;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The server gave up on it.
            }
            if (last < position) await BeginAsync(ct);
        }
    }

    public void Dispose()
    {
        lines?.Dispose();
        answer?.Dispose();
        http.Dispose();
    }
}
