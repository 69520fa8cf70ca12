using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Coordination.Bench;

/// <summary>An agency's units, which its dispatchers lease to an incident: the offer of a named unit is what grants the lease.</summary>
internal sealed class LeasedUnits : IUnits, IDisposable
{
    private const string Agency = "fire";
    private readonly HttpClient http;
    private readonly Guid incident;

    private LeasedUnits(HttpClient http, Guid incident) => (this.http, this.incident) = (http, incident);

    internal static async Task<LeasedUnits> StartAsync(Uri region)
    {
        using var orders = await Orders.StartAsync(region);
        return new(await Callers.OfAsync(region, Agency, "logistics"), orders.Incident);
    }

    /// <summary>What a contender sends; the twin stores the same.</summary>
    internal static byte[] Offer(Guid incident, Guid unit) =>
        JsonSerializer.SerializeToUtf8Bytes(new { toAgency = "police", incidentId = incident, typeCode = "speedboat", quantity = 4, unitId = unit });

    public async Task<IReadOnlyList<Guid>> RegisterAsync(int count, CancellationToken ct)
    {
        var units = new ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = ct }, async (n, each) =>
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { callSign = $"Boat {n}", typeCode = "speedboat", strength = 4 });
            using var answer = await PostAsync("units", body);
            if ((int)answer.StatusCode != 201) throw await OddAsync(answer);
            units.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(each)).GetProperty("id").GetGuid());
        });
        return [.. units];
    }

    public async Task<bool> TakeAsync(Guid unit)
    {
        using var answer = await PostAsync("offers", Offer(incident, unit));
        if ((int)answer.StatusCode == 201) return true;
        var refusal = (int)answer.StatusCode == 409 ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString() : null;
        return refusal is "urn:coordination:problem:unit-held" or "urn:coordination:problem:conflict" ? false : throw await OddAsync(answer);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string book, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/agencies/{Agency}/{book}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
        return await http.SendAsync(request);
    }

    private static async Task<InvalidOperationException> OddAsync(HttpResponseMessage answer) =>
        new($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
}
