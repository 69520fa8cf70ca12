using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;

namespace Coordination.Client.Tokens;

/// <summary>
/// A system's own tokens by OAuth 2.0 client credentials, from any OpenID Connect provider: its token endpoint is discovered. The secret goes by HTTP Basic, as RFC 6749
/// (2.3.1) prefers; in the body only to a provider that says it takes nothing else.
/// </summary>
public sealed class ClientCredentials : ITokenSource, IDisposable
{
    private readonly HttpClient http;
    private readonly Uri authority;
    private readonly Dictionary<string, string> form;
    private readonly string clientId, clientSecret;
    private readonly HeldToken held;
    private (Uri At, bool TakesBasic)? endpoint;

    /// <summary>Tokens of a system.</summary>
    /// <param name="http">Sends to the provider; it stays the caller's.</param>
    /// <param name="authority">The provider: <c>https</c>, or on this machine.</param>
    /// <param name="clientId">The system's name there.</param>
    /// <param name="clientSecret">Its secret; from a file or the environment, never from the source.</param>
    /// <param name="scope">Scopes, or null.</param>
    /// <param name="audience">The audience, where the provider is told; else null.</param>
    /// <param name="time">The time by which tokens end.</param>
    /// <exception cref="ArgumentException">The provider would be asked in the clear.</exception>
    public ClientCredentials(HttpClient http, Uri authority, string clientId, string clientSecret, string? scope = null, string? audience = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(authority);
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback) throw new ArgumentException("Secrets go over https, or stay on this machine.", nameof(authority));
        (this.http, this.authority, this.clientId, this.clientSecret) = (http, authority, clientId, clientSecret);
        form = new(StringComparer.Ordinal) { ["grant_type"] = "client_credentials" };
        if (scope is not null) form["scope"] = scope;
        if (audience is not null) form["audience"] = audience;
        held = new(AskAsync, time ?? TimeProvider.System);
    }

    /// <inheritdoc />
    public ValueTask<string> GetAsync(bool renew, CancellationToken ct) => held.GetAsync(renew, ct);

    /// <inheritdoc />
    public void Dispose() => held.Dispose();

    private async Task<TokenAnswer> AskAsync(CancellationToken ct)
    {
        var (at, takesBasic) = endpoint ??= await DiscoverAsync(ct).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Post, at);
        if (takesBasic) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Basic(clientId, clientSecret));
        request.Content = new FormUrlEncodedContent(takesBasic ? form : form.Concat([KeyValuePair.Create("client_id", clientId), KeyValuePair.Create("client_secret", clientSecret)]));
        using var response = await http.SendAsync(request, ct).ConfigureAwait(false);
        return await HeldToken.ReadAsync<TokenAnswer>(response, ct).ConfigureAwait(false);
    }

    /// <summary>Each part is encoded as in a form before they are joined.</summary>
    private static string Basic(string id, string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(id)}:{WebUtility.UrlEncode(secret)}"));

    private async Task<(Uri At, bool TakesBasic)> DiscoverAsync(CancellationToken ct)
    {
        using var response = await http.GetAsync(new Uri($"{authority.ToString().TrimEnd('/')}/.well-known/openid-configuration"), ct).ConfigureAwait(false);
        var found = await HeldToken.ReadAsync<Configuration>(response, ct).ConfigureAwait(false);
        if (found.Issuer?.TrimEnd('/') != authority.ToString().TrimEnd('/')) throw new TokenException($"{authority} says that it is {found.Issuer}.");
        if (!Uri.TryCreate(found.TokenEndpoint, UriKind.Absolute, out var at) || (at.Scheme != Uri.UriSchemeHttps && !at.IsLoopback))
            throw new TokenException($"{authority} names no token endpoint to which a secret can be sent.");
        // A provider that says nothing takes Basic (OpenID Connect Discovery 1.0, 3).
        return (at, found.Methods is null || found.Methods.Contains("client_secret_basic") || !found.Methods.Contains("client_secret_post"));
    }

    private sealed record Configuration(
        string? Issuer, [property: JsonPropertyName("token_endpoint")] string? TokenEndpoint,
        [property: JsonPropertyName("token_endpoint_auth_methods_supported")] IReadOnlyList<string>? Methods = null);
}
