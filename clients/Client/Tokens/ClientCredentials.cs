using System.Text.Json.Serialization;

namespace Coordination.Client.Tokens;

/// <summary>A system's own tokens by OAuth 2.0 client credentials, from any OpenID Connect provider: its token endpoint is discovered.</summary>
public sealed class ClientCredentials : ITokenSource, IDisposable
{
    private readonly HttpClient http;
    private readonly Uri authority;
    private readonly Dictionary<string, string> form;
    private readonly HeldToken held;
    private Uri? endpoint;

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
        (this.http, this.authority) = (http, authority);
        form = new(StringComparer.Ordinal) { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = clientSecret };
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
        endpoint ??= await DiscoverAsync(ct).ConfigureAwait(false);
        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(endpoint, content, ct).ConfigureAwait(false);
        return await HeldToken.ReadAsync<TokenAnswer>(response, ct).ConfigureAwait(false);
    }

    private async Task<Uri> DiscoverAsync(CancellationToken ct)
    {
        using var response = await http.GetAsync(new Uri($"{authority.ToString().TrimEnd('/')}/.well-known/openid-configuration"), ct).ConfigureAwait(false);
        var found = await HeldToken.ReadAsync<Configuration>(response, ct).ConfigureAwait(false);
        if (found.Issuer?.TrimEnd('/') != authority.ToString().TrimEnd('/')) throw new TokenException($"{authority} says that it is {found.Issuer}.");
        if (!Uri.TryCreate(found.TokenEndpoint, UriKind.Absolute, out var at) || (at.Scheme != Uri.UriSchemeHttps && !at.IsLoopback))
            throw new TokenException($"{authority} names no token endpoint to which a secret can be sent.");
        return at;
    }

    private sealed record Configuration(string? Issuer, [property: JsonPropertyName("token_endpoint")] string? TokenEndpoint);
}
