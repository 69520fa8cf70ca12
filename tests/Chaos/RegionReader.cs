using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Coordination.Tests.Chaos;

/// <summary>Reads a region from outside, as any client would.</summary>
internal static class RegionReader
{
    internal static Task<List<JsonElement>> EventsAsync(HttpClient http, Guid exercise, string type) =>
        ReadAllAsync(http, $"/v1/events?exercise={exercise}&type={type}&limit=200", null, i => i.GetProperty("event"));

    internal static Task<List<JsonElement>> AllAsync(HttpClient http, string path, Guid exercise) => ReadAllAsync(http, path, exercise, i => i);

    internal static async Task<List<JsonElement>> ReadAllAsync(HttpClient http, string path, Guid? exercise, Func<JsonElement, JsonElement> pick)
    {
        var all = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = await GetAsync(http, path + (next.Length > 0 ? $"&cursor={next}" : ""), exercise);
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(pick));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }
        return all;
    }

    internal static async Task<JsonElement> GetAsync(HttpClient http, string path, Guid? exercise)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (exercise is { } id) request.Headers.Add("Coordination-Exercise", id.ToString());
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal static HttpClient ClientOf(HostProcess region, string token)
    {
        var http = new HttpClient { BaseAddress = region.Address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    internal static async Task<string> TokenAsync(HostProcess region, string agency, params string[] roles)
    {
        using var http = new HttpClient { BaseAddress = region.Address };
        using var answer = await http.PostAsJsonAsync("/issuer/token", new { agency, roles });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
