using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Coordination.Rpc.Exchange.V1;
using Grpc.Core;

namespace Coordination.Bench;

/// <summary>Reads a stream of server-sent events and says when the one with an id in it has come.</summary>
internal sealed class StreamReader(string name, string member) : IAsyncDisposable
{
    private readonly string marker = $"\"{member}\":\"";
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> seen = new(StringComparer.Ordinal);
    private Task reading = Task.CompletedTask;

    /// <summary>Opens it from the beginning.</summary>
    internal static async Task<StreamReader> OpenAsync(Uri address, string? token, string member = "reportId")
    {
        var stream = new StreamReader(address.ToString(), member);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var opening = stream.http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stream.over.Token);
        await Patience.ForAsync(opening, Patience.OfACall, () => $"The stream {address} did not begin");
        var answer = await opening;
        answer.EnsureSuccessStatusCode();
        stream.reading = stream.ReadAsync(await answer.Content.ReadAsStreamAsync());
        return stream;
    }

    /// <summary>The same of a gRPC stream.</summary>
    internal static StreamReader Of(IAsyncStreamReader<EventAt> events, string member)
    {
        var stream = new StreamReader("by gRPC", member);
        stream.reading = stream.ReadAsync(events);
        return stream;
    }

    internal Task ShowsAsync(Guid id) => Patience.ForAsync(Of(id.ToString()).Task, Patience.OfACall,
        () => $"{member} {id} did not show on the stream {name} ({(reading.IsCompleted ? $"which ended: {reading.Exception?.InnerException?.Message}" : $"which showed {seen.Values.Count(s => s.Task.IsCompleted)}")})");

    public async ValueTask DisposeAsync()
    {
        // A client that is disposed of goes on reading what it has opened.
        await over.CancelAsync();
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        http.Dispose();
        over.Dispose();
    }

    private TaskCompletionSource Of(string id) => seen.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task ReadAsync(Stream stream)
    {
        using var lines = new System.IO.StreamReader(stream);
        while (await lines.ReadLineAsync(over.Token) is { } line)
            if (line.IndexOf(marker, StringComparison.Ordinal) is >= 0 and var at) Of(line.Substring(at + marker.Length, 36)).TrySetResult();
    }

    private async Task ReadAsync(IAsyncStreamReader<EventAt> events)
    {
        while (await events.MoveNext(over.Token)) Of(events.Current.CloudEvent.Fields["data"].StructValue.Fields[member].StringValue).TrySetResult();
    }
}
