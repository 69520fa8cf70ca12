using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sessions;

/// <summary>An OpenID provider, as its discovery document describes it.</summary>
/// <param name="Address">Where it was asked.</param>
/// <param name="Issuer">What it calls itself: its address, or the name of a region's local issuer.</param>
/// <param name="Authorization">Where a person signs in; null where nobody can.</param>
/// <param name="Token">Where tokens are given.</param>
/// <param name="NamesItself">True when every answer of its page bears its name (RFC 9207).</param>
internal sealed record OpenIdProvider(Uri Address, string Issuer, Uri? Authorization, Uri Token, bool NamesItself)
{
    private const string LocalIssuer = "urn:coordination:local-issuer";

    /// <exception cref="RegionException">It speaks for another, or where secrets would be read on the way.</exception>
    internal static async Task<OpenIdProvider> DiscoverAsync(Uri address, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var said = JsonNode.Parse(await http.GetStringAsync(new Uri($"{Closed(address).AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration"), ct)) as JsonObject;
        if (said?["token_endpoint"]?.GetValue<string>() is not { } token) throw new RegionException(Language.Say($"{address} has no token_endpoint in its discovery document."));
        var issuer = said["issuer"]?.GetValue<string>() ?? "";
        if (issuer.TrimEnd('/') != address.AbsoluteUri.TrimEnd('/') && !(issuer == LocalIssuer && address.IsLoopback)) throw new RegionException(Language.Say($"{address} says that it is {issuer}."));
        return new(address, issuer, said["authorization_endpoint"]?.GetValue<string>() is { } page ? Closed(new Uri(page)) : null, Closed(new Uri(token)),
            said["authorization_response_iss_parameter_supported"]?.GetValue<bool>() == true);
    }

    /// <summary>Asks for tokens; with a secret in the name of a system, without one for a person.</summary>
    /// <exception cref="RegionException">There are none, and why.</exception>
    internal async Task<JsonObject> TokensAsync(string clientId, string? secret, Dictionary<string, string> form, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        using var request = new HttpRequestMessage(HttpMethod.Post, Token);
        if (secret is null) form["client_id"] = clientId;
        else request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(secret)}")));
        request.Content = new FormUrlEncodedContent(form);
        using var answer = await http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode) throw new RegionException(Language.Say($"{Address} gave no token to {clientId}: {(int)answer.StatusCode} {text}"));
        return JsonNode.Parse(text) is JsonObject tokens && tokens["access_token"] is not null ? tokens : throw new RegionException(Language.Say($"{Address} answered {clientId} without access_token."));
    }

    /// <summary>A secret goes over TLS, or stays on this machine.</summary>
    private static Uri Closed(Uri address) => address.Scheme == "https" || address.IsLoopback ? address : throw new RegionException(Language.Say($"{address} is not https: the secret would be read on the way."));
}
