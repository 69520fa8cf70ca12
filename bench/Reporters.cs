using System.Net.Http.Json;

namespace Coordination.Bench;

/// <summary>Agencies that send reports to a region.</summary>
internal sealed class Reporters : IAsyncDisposable
{
    /// <summary>A report that is received leaves the event of its arrival in two journals, Intake's and Exchange's, and those of its clocks.</summary>
    internal const int EventsOfAReport = 2;
    private readonly HttpClient http;
    private readonly string keys = Guid.NewGuid().ToString("N");
    private int number;

    private Reporters(HttpClient http) => this.http = http;

    internal static async Task<Reporters> StartAsync(Uri address) => new(await Callers.OfAsync(address, "bench", "reporter"));

    /// <summary>Sends to a twin, which asks for no token.</summary>
    internal static Reporters Bare(Uri address) => new(Patience.ClientOf(address));

    /// <summary>A token of the region's issuer.</summary>
    internal Task<string> TokenAsync(params string[] roles) => Callers.TokenAsync(http, "bench", roles);

    /// <summary>One report, accepted; its id.</summary>
    internal Task<Guid> OneAsync() => SendAsync(Request(Interlocked.Increment(ref number), keys));

    /// <summary>One of the public, which every agency is told of; its id.</summary>
    internal Task<Guid> PublicAsync()
    {
        var n = Interlocked.Increment(ref number);
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/public-reports")
        {
            Content = JsonContent.Create(new { category = "Accident", place = new { areaCode = $"{100000 + n % 899999}" }, situation = new string('x', 600) }),
        };
        request.Headers.Add("Idempotency-Key", $"\"{keys}-{n}\"");
        return SendAsync(request);
    }

    private async Task<Guid> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        using var answer = await http.SendAsync(request);
        if ((int)answer.StatusCode != 201) throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>Many, 32 at a time.</summary>
    internal Task SendAsync(int count, CancellationToken ct) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct }, async (_, _) => await OneAsync());

    /// <summary>Several speak to one region, one after the other: each has keys of its own.</summary>
    private static HttpRequestMessage Request(int n, string keys)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports")
        {
            Content = JsonContent.Create(new
            {
                kind = "Initial", source = "Agency", channel = "Online", toAgency = "county-duty", category = "Accident",
                place = new { areaCode = $"{100000 + n % 899999}" }, knownAt = DateTimeOffset.UtcNow, content = new { situation = new string('x', 600) },
            }),
        };
        request.Headers.Add("Idempotency-Key", $"\"{keys}-{n}\"");
        return request;
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }
}
