using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Coordination.Bench;

/// <summary>Those who call a region in a benchmark, each for an agency, with a token of the region's local issuer.</summary>
internal static class Callers
{
    internal static async Task<HttpClient> OfAsync(Uri region, string agency, params string[] roles)
    {
        var client = Patience.ClientOf(region);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client, agency, roles));
        return client;
    }

    internal static async Task<string> TokenAsync(HttpClient region, string agency, params string[] roles)
    {
        using var answer = await region.PostAsJsonAsync("/issuer/token", new { agency, roles });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
