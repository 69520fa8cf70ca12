using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sessions;

/// <summary>Where a session's token comes from: the environment, the provider, or the region's local issuer.</summary>
internal static class Tokens
{
    private const string Secret = "COORDINATION_CLIENT_SECRET";

    /// <exception cref="RegionException">There is none, and why.</exception>
    internal static async Task<string> OfAsync(Session session, CancellationToken ct)
    {
        if (Environment.GetEnvironmentVariable("COORDINATION_TOKEN") is { Length: > 0 } given) return given;
        if (session.Issuer is { } issuer) return await FromProviderAsync(issuer, session.ClientId ?? "", ct);
        return await RegionClient.At(session.Url).TokenAsync(session.Agency ?? "", session.Roles, session.Subject, ct);
    }

    /// <summary>Client credentials (RFC 6749 4.4), for the audience of a region.</summary>
    private static async Task<string> FromProviderAsync(Uri issuer, string clientId, CancellationToken ct)
    {
        if (Environment.GetEnvironmentVariable(Secret) is not { Length: > 0 } secret) throw new RegionException($"The secret of {clientId} is not set: put it into {Secret}.");
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var discovery = JsonNode.Parse(await http.GetStringAsync(new Uri($"{Closed(issuer).AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration"), ct)) as JsonObject;
        if (discovery?["token_endpoint"]?.GetValue<string>() is not { } endpoint) throw new RegionException($"{issuer} has no token_endpoint in its discovery document.");
        if (discovery["issuer"]?.GetValue<string>().TrimEnd('/') != issuer.AbsoluteUri.TrimEnd('/')) throw new RegionException($"{issuer} says that it is {discovery["issuer"]}.");
        using var request = new HttpRequestMessage(HttpMethod.Post, Closed(new Uri(endpoint)));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(secret)}")));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["audience"] = "coordination" });
        using var answer = await http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode && JsonNode.Parse(text)?["access_token"]?.GetValue<string>() is { } token ? token
            : throw new RegionException($"{issuer} gave no token to {clientId}: {(int)answer.StatusCode}{(answer.IsSuccessStatusCode ? ", without access_token" : $" {text}")}");
    }

    /// <summary>A secret goes over TLS, or stays on this machine.</summary>
    private static Uri Closed(Uri address) => address.Scheme == "https" || address.IsLoopback ? address : throw new RegionException($"{address} is not https: the secret would be read on the way.");
}
