using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Contracts.Tokens;

/// <summary>
/// The keys of an OpenID provider, by discovery and JWKS. A key that is not known is asked for at once; known keys go on being good while the
/// provider is away.
/// </summary>
/// <param name="authority">Its address, which it must give as its own.</param>
/// <param name="takesLocal">True for a process that listens on loopback only: the local issuer, which gives tokens to anyone, may be the provider.</param>
/// <param name="time">How old the keys are.</param>
/// <param name="name">What it must call itself, to the letter; null for its address with or without a slash.</param>
internal sealed class IssuerKeys(string authority, bool takesLocal, TimeProvider time, string? name = null) : ITokenKeys
{
    /// <summary>What the local issuer calls itself: it has no address of its own.</summary>
    internal const string LocalIssuer = "urn:coordination:local-issuer";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1024 * 1024 };
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private Known? known;
    private Task asking = Task.CompletedTask;
    private long? askedAt;
    private volatile string trouble = "does not answer";

    /// <summary>Who signs, as its discovery document says; null while it has never answered.</summary>
    public string? Issuer => known?.Issuer;

    public object? Edition => known;

    public IEnumerable<SecurityKey> Find(string? kid) => known is { } k ? k.Keys.Where(key => string.IsNullOrEmpty(kid) || key.KeyId == kid) : [];

    internal static bool IsTrustworthy(string authority) => Uri.TryCreate(authority, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.IsLoopback);

    /// <summary>A provider speaks for the address where it was asked, and for no other (OpenID Connect Discovery 4.3). The local issuer, which has a name
    /// instead, is taken on loopback only.</summary>
    private bool IsItself(string issuer) => (name is null || issuer == name) && IsItsAddress(issuer);

    private bool IsItsAddress(string issuer) => issuer.TrimEnd('/') == authority.TrimEnd('/') || issuer == LocalIssuer && new Uri(authority).IsLoopback;

    private string? Lie(string issuer, string keys) => issuer == LocalIssuer && !takesLocal ? "is the local issuer, which gives tokens to anyone, and this process listens to other machines"
        : !IsItself(issuer) ? $"says that it is {issuer}, and COORDINATION_AUTHORITY or COORDINATION_PROVIDERS must name exactly that"
        : !IsTrustworthy(keys) ? "keeps its keys at an address that is neither https nor loopback" : null;

    public async Task EnsureAsync(string? kid, CancellationToken ct)
    {
        if (!Find(kid).Any()) await AskAsync().WaitAsync(ct);
        else if (time.GetElapsedTime(known!.At) > Fresh) _ = AskAsync();
        if (known is null) throw new IssuerUnavailableException($"The issuer of tokens at {authority} {trouble}.");
    }

    /// <summary>One question at a time, and no flood of them from callers that make keys up.</summary>
    private Task AskAsync()
    {
        lock (gate)
        {
            // Measured, not read from the clock: one that is set back would let nobody in until it has come so far again.
            var now = time.GetTimestamp();
            if (!asking.IsCompleted || askedAt is { } before && time.GetElapsedTime(before, now) < AtMostEvery) return asking;
            askedAt = now;
            return asking = ReadAsync(now);
        }
    }

    private async Task ReadAsync(long now)
    {
        try
        {
            var discovery = await Http.GetFromJsonAsync<JsonElement>($"{authority.TrimEnd('/')}/.well-known/openid-configuration");
            var (issuer, from) = (discovery.GetProperty("issuer").GetString()!, discovery.GetProperty("jwks_uri").GetString()!);
            if (Lie(issuer, from) is { } lie)
            {
                trouble = lie;
                return;
            }
            var keys = new JsonWebKeySet(await Http.GetStringAsync(new Uri(from)));
            known = new(issuer, [.. keys.GetSigningKeys().Where(k => k.KeySize >= 2048 || k is ECDsaSecurityKey)], now);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException or KeyNotFoundException or UriFormatException or ArgumentException or InvalidOperationException)
        {
            // What was known stays; a caller with an unknown key is refused and may try again.
            trouble = e is HttpRequestException { StatusCode: { } status } ? $"answers {(int)status}; redirects are not followed" : e is HttpRequestException or TaskCanceledException ? "does not answer" : "gives no discovery document or keys that can be read";
        }
    }

    private sealed record Known(string Issuer, IReadOnlyList<SecurityKey> Keys, long At);
}
