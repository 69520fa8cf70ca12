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
        client.DefaultRequestHeaders.Authorization = await WordOfAsync(region, agency, roles);
        return client;
    }

    /// <summary>A caller's word on who it is, by the local issuer at that address.</summary>
    internal static async Task<AuthenticationHeaderValue> WordOfAsync(Uri issuer, string agency, params string[] roles)
    {
        using var client = Patience.ClientOf(issuer);
        return new("Bearer", await TokenAsync(client, agency, roles));
    }

    internal static async Task<string> TokenAsync(HttpClient region, string agency, params string[] roles)
    {
        using var answer = await region.PostAsJsonAsync("/issuer/token", new { agency, roles });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
