using System.Net.Http.Json;
using System.Text.Json;

namespace Coordination.Bench;

/// <summary>A commander who issues orders in one incident.</summary>
internal sealed class Orders : IDisposable
{
    private readonly HttpClient http;

    private Orders(HttpClient http) => this.http = http;

    internal Guid Incident { get; private set; }

    internal static async Task<Orders> StartAsync(Uri region)
    {
        var orders = new Orders(await Callers.OfAsync(region, "county", "commander", "operator"));
        using (var set = await orders.http.PutAsJsonAsync("/v1/jurisdictions/220000", new { tier = "Province", parent = (string?)null, name = "220000", nameZh = "220000" }))
            await BodyAsync("/v1/jurisdictions", set);
        var now = DateTimeOffset.UtcNow;
        orders.Incident = await orders.CreateAsync("/v1/incidents", new { kind = "FloodOrDrought", title = "Songhua river", jurisdiction = "220000", occurredAt = now, knownAt = now });
        return orders;
    }

    /// <summary>Issues one; its id.</summary>
    internal Task<Guid> IssueAsync() => CreateAsync("/v1/orders", new
    {
        incidentId = Incident,
        task = new { kind = "Rescue", instruction = "Bring boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire", alternateAgency = "fire-2", superiorAgency = "fire-city" },
    });

    public void Dispose() => http.Dispose();

    private async Task<Guid> CreateAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
        using var answer = await http.SendAsync(request);
        return (await BodyAsync(path, answer)).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> BodyAsync(string path, HttpResponseMessage answer)
    {
        var said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(said) : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {said}");
    }
}
