using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Contracts.Tokens;

/// <summary>The one check of bearer tokens: the gateway makes it first, and every service again.</summary>
/// <param name="region">The region for which a token must be.</param>
/// <param name="providers">Whose tokens are taken.</param>
/// <param name="time">For the moments in a token, and for how long a check is remembered.</param>
internal sealed class TokenCheck(string region, IReadOnlyList<KnownProvider> providers, TimeProvider time)
{
    internal const string Audience = "coordination";

    internal static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    /// <summary>How far two machines' clocks may be apart.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly CheckedTokens known = new(time);
    private readonly List<string> names = [.. providers.Select(p => p.Says.Name)];

    /// <summary>Of providers that are found by discovery.</summary>
    /// <param name="region">The region for which a token must be.</param>
    /// <param name="providers">Whose tokens are taken.</param>
    /// <param name="takesLocal">True for a process that listens on loopback only.</param>
    /// <param name="time">The time.</param>
    internal static TokenCheck Of(string region, IEnumerable<TrustedProvider> providers, bool takesLocal, TimeProvider time) =>
        new(region, [.. providers.Select(p => new KnownProvider(p, new IssuerKeys(p.Address, takesLocal, time, p.Issuer)))], time);

    /// <summary>Looks at the header Authorization, and at the thumbprint of the certificate that the caller's connection showed.</summary>
    /// <exception cref="IssuerUnavailableException">No token can be checked now.</exception>
    internal async Task<TokenVerdict> CheckAsync(StringValues authorization, string? certificate, CancellationToken ct)
    {
        var verdict = await LookAsync(authorization, ct);
        return verdict.Holder is { } holder && BoundCertificate.Fault(holder, certificate) is { } fault ? TokenVerdict.Wrong(fault) : verdict;
    }

    /// <summary>A token that was found good is not looked at again for a minute, nor past its end.</summary>
    private async Task<TokenVerdict> LookAsync(StringValues authorization, CancellationToken ct)
    {
        if (authorization.Count > 1) return TokenVerdict.Wrong("Two Authorization headers.");
        if (TokenShape.TokenOf(authorization) is not { } token) return default;
        if (known.Find(token) is { } holder) return TokenVerdict.Good(holder);
        KnownProvider? by = null;
        if (TokenShape.Fault(token, time.GetUtcNow(), issuer => (by = Choose(issuer))?.Texts) is { } fault) return TokenVerdict.Wrong(fault);
        // Before the token is checked, its key must be known: asking for it takes time, and checking may not.
        await by!.Keys.EnsureAsync(KeyOf(token), ct);
        var edition = by.Keys.Edition;
        var result = await handler.ValidateTokenAsync(token, by.Rules);
        // The library's messages quote the token's parts; its types say enough.
        if (!result.IsValid) return TokenVerdict.Wrong(result.Exception.GetType().Name);
        var verdict = Holder.Of(result.ClaimsIdentity, by.Says, names, region);
        if (verdict.Holder is { } principal) known.Keep(token, principal, by.Keys, edition, new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero) + Skew);
        return verdict;
    }

    /// <summary>The provider that bears the name, to the letter; one that is trusted alone is asked what it calls itself. Until its signature is looked at, the name is a claim.</summary>
    private KnownProvider? Choose(string issuer) => providers is [{ Says.Issuer: null } alone] ? alone : providers.FirstOrDefault(p => p.Says.Issuer == issuer);

    /// <summary>Null for what is no token at all: the check itself says so.</summary>
    private static string? KeyOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
