using System.Security.Claims;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Contracts.Tokens;

/// <summary>The one check of bearer tokens: the gateway makes it first, and every service again.</summary>
/// <param name="region">The region for which a token must be.</param>
/// <param name="keys">Whose tokens are taken.</param>
/// <param name="time">For the moments in a token, and for how long a check is remembered.</param>
internal sealed class TokenCheck(string region, ITokenKeys keys, TimeProvider time)
{
    internal const string Audience = "coordination";

    /// <summary>How far two machines' clocks may be apart.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly CheckedTokens known = new(time);
    private readonly TokenValidationParameters rules = new()
    {
        ValidAudience = Audience,
        // An ID token says who somebody is, not what he may do here (RFC 9068).
        ValidTypes = ["at+jwt", "application/at+jwt"],
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
        ClockSkew = Skew,
        NameClaimType = "sub",
        RoleClaimType = "roles",
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        IssuerValidator = (issuer, _, _) => issuer == keys.Issuer ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer's token."),
        IssuerSigningKeyResolver = (_, _, kid, _) => keys.Find(kid),
    };

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
        if (known.Find(token, keys.Edition) is { } holder) return TokenVerdict.Good(holder);
        if (TokenShape.Fault(token, time.GetUtcNow()) is { } fault) return TokenVerdict.Wrong(fault);
        // Before the token is checked, its key must be known: asking for it takes time, and checking may not.
        await keys.EnsureAsync(KeyOf(token), ct);
        var edition = keys.Edition;
        var result = await handler.ValidateTokenAsync(token, rules);
        // The library's messages quote the token's parts; its types say enough.
        if (!result.IsValid) return TokenVerdict.Wrong(result.Exception.GetType().Name);
        var principal = new ClaimsPrincipal(result.ClaimsIdentity);
        if (HolderFault(principal) is { } unfit) return TokenVerdict.Wrong(unfit);
        known.Keep(token, principal, edition, new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero) + Skew);
        return TokenVerdict.Good(principal);
    }

    private string? HolderFault(ClaimsPrincipal holder) =>
        holder.FindFirst("sub")?.Value is not { Length: > 0 and <= 100 } || holder.FindFirst("agency")?.Value is not { } agency || !Codes.IsName(agency) ? "The token names no subject or no agency."
        : holder.FindFirst("region")?.Value != region ? "The token is for another region." : null;

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
