using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Coordination.Tests.Chaos;

/// <summary>
/// Twenty agencies that report without pause. Each keeps its key until the region says 201, as a careful client does, and remembers what it was told.
/// </summary>
internal sealed class Writers(HostProcess region, Guid exercise, DateTimeOffset knownAt)
{
    internal const int Count = 20;
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];

    /// <summary>Key and the report's id, for every report that was acknowledged.</summary>
    internal ConcurrentDictionary<string, Guid> Acknowledged { get; } = new();

    internal void Start(Func<string, string> token)
    {
        for (var n = 0; n < Count; n++)
        {
            var agency = $"agency-{n}";
            running.Add(Task.Run(() => WriteAsync(agency, token(agency))));
        }
    }

    /// <summary>Waits until so many more reports are acknowledged.</summary>
    internal async Task GoneOnAsync(int more)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        for (var goal = Acknowledged.Count + more; Acknowledged.Count < goal;)
        {
            Assert.False(limit.IsCancellationRequested || running.Exists(w => w.IsFaulted), $"the writers stand still at {Acknowledged.Count} reports");
            await Task.Delay(5);
        }
    }

    internal async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <summary>Sends a report with its key once more; the answer must be the first one.</summary>
    internal static async Task<Guid> SendAsync(HttpClient http, string key, Guid exercise, object body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", $"\"{key}\"");
        request.Headers.Add("Coordination-Exercise", exercise.ToString());
        using var answer = await http.SendAsync(request, ct);
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict) throw new HttpRequestException("not now");
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetGuid();
    }

    internal static object Body(string key, DateTimeOffset knownAt) => new
    {
        kind = "Initial",
        source = "Agency",
        channel = "Online",
        toAgency = "county-duty",
        category = "Accident",
        place = new { areaCode = $"{100000 + (uint)key.GetHashCode(StringComparison.Ordinal) % 899999}" },
        knownAt,
        content = new { },
    };

    private async Task WriteAsync(string agency, string token)
    {
        using var http = new HttpClient { BaseAddress = region.Address, Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (var n = 0; !stop.IsCancellationRequested; n++)
            if (await ReportAsync(http, $"{agency}-{n}") is { } id) Acknowledged[$"{agency}-{n}"] = id;
    }

    private async Task<Guid?> ReportAsync(HttpClient http, string key)
    {
        var body = Body(key, knownAt);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (true)
        {
            Assert.False(limit.IsCancellationRequested, $"the region did not answer {key} for ten minutes");
            try
            {
                return await SendAsync(http, key, exercise, body, CancellationToken.None);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                // The region is down: try again with the same key. A writer leaves only when the region is up for good.
                await Task.Delay(20);
            }
        }
    }
}
