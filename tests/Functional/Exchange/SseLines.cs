namespace Coordination.Tests.Functional.Exchange;

/// <summary>A stream of server-sent events, line by line.</summary>
internal static class SseLines
{
    /// <summary>The lines up to the first that is enough.</summary>
    internal static async Task<IReadOnlyList<string>> ReadAsync(HttpClient http, string path, long after, Func<string, bool> isEnough, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", $"{after}");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        using var reader = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct));
        var lines = new List<string>();
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            lines.Add(line);
            if (isEnough(line)) break;
        }
        return lines;
    }
}
