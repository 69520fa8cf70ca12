using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Resources;

/// <summary>One agency's book over HTTP: reads what it decides on, then decides on that version.</summary>
internal sealed class Book(Func<string, string[], ApiClient> client, string agency)
{
    private readonly ApiClient logistics = client(agency, [Roles.Logistics]);
    private readonly ApiClient commander = client(agency, [Roles.Commander]);

    public string Agency => agency;
    public ApiClient Logistics => logistics;
    public ApiClient Commander => commander;

    public Task<JsonElement> GetAsync(string path) => logistics.GetJsonAsync($"/v1/agencies/{agency}/{path}");

    public Task<JsonElement> CreateAsync(string path, object body) => CreateByAsync(logistics, path, body);

    public async Task<JsonElement> CreateByAsync(ApiClient by, string path, object body)
    {
        using var answer = await by.PostAsync($"/v1/agencies/{agency}/{path}", body);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    /// <summary>Decides on the newest version of the thing at the path.</summary>
    public async Task<JsonElement> DoAsync(string path, string verb, object? body = null)
    {
        using var answer = await TryAsync(path, verb, body);
        return await answer.JsonAsync();
    }

    public async Task<HttpResponseMessage> TryAsync(string path, string verb, object? body = null)
    {
        var version = (await GetAsync(path.Split("/lines/")[0])).GetProperty("version").GetInt32();
        return await commander.PostAsync($"/v1/agencies/{agency}/{path}/{verb}", body, version);
    }

    public async Task<string> UnitAsync(string type, int strength) =>
        (await CreateAsync("units", new { callSign = $"{type} {strength}", typeCode = type, strength })).Id();

    /// <summary>A submitted and approved request of one line.</summary>
    public async Task<string> RequestAsync(string type, int quantity, int? approved = null, Guid? incident = null)
    {
        var id = (await CreateAsync("requests", new
        {
            incidentId = incident ?? Guid.NewGuid(),
            level = "II",
            lines = new[] { new { typeCode = type, quantity, mission = "Evacuation", needBy = DateTimeOffset.UtcNow.AddHours(6) } },
        })).Id();
        await DoAsync($"requests/{id}", "submit");
        await DoAsync($"requests/{id}/lines/1", "approve", new { quantity = approved ?? quantity });
        return id;
    }

    public Task<JsonElement> AskAsync(string request, string agencyToAsk, int quantity, bool quoteOnly = false) => DoAsync($"requests/{request}/lines/1", "ask",
        new { toAgency = agencyToAsk, relation = agencyToAsk == agency ? "Own" : "Peer", quantity, quoteOnly });

    public async Task<string> AskIdAsync(string request) =>
        (await GetAsync($"asks?requestId={request}")).GetProperty("items").EnumerateArray().Last().Id();
}

internal static class Json
{
    public static string Id(this JsonElement e) => e.GetProperty("id").GetString()!;

    public static string Text(this JsonElement e, string member) => e.TryGetProperty(member, out var value) ? value.ToString() : "";

    public static string[] Views(this JsonElement request) => [.. request.GetProperty("views").EnumerateArray().Select(v => v.GetString()!)];

    public static JsonElement Line(this JsonElement request) => request.GetProperty("lines")[0];
}
