using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Contracts.Tokens;

/// <summary>Who a checked token says that somebody is, in the region's own claims, and whether its provider may say so.</summary>
internal static class Holder
{
    /// <summary>What is read of a token. Readers of claims do not heed case everywhere, so a second one that differs in it alone would be read for the first.</summary>
    private static readonly string[] Read = ["iss", "sub", "client_id", "jti", "iat", "exp", "cnf", "agency", "region", "roles"];

    /// <param name="token">What the token says, as its provider signed it.</param>
    /// <param name="by">The provider.</param>
    /// <param name="names">Names of all providers that are trusted.</param>
    /// <param name="region">The region for which the token must be.</param>
    internal static TokenVerdict Of(ClaimsIdentity token, TrustedProvider by, IEnumerable<string> names, string region)
    {
        if (token.FindFirst("sub")?.Value is not { Length: > 0 } subject) return TokenVerdict.Wrong("The token names no subject or no agency.");
        if (token.Claims.FirstOrDefault(c => !by.Claims.Has(c.Type) && Read.Any(r => r != c.Type && r.Equals(c.Type, StringComparison.OrdinalIgnoreCase))) is { } odd) return TokenVerdict.Wrong($"The token has a claim {odd.Type}, which could be read for another.");
        bool IsAnothers(string? value) => by.Name.Length == 0 && value is not null && names.Any(n => n.Length > 0 && value.StartsWith($"{n}:", StringComparison.Ordinal));
        if (IsAnothers(subject) || IsAnothers(token.FindFirst("client_id")?.Value)) return TokenVerdict.Wrong("The token's subject or client would be another provider's.");
        var claims = token.Claims.Select(c => InOurs(c, by)).OfType<Claim>().ToList();
        string? Value(string type) => claims.Find(c => c.Type == type)?.Value;
        if (Value("sub") is not { Length: <= 100 } || Value("agency") is not { } agency || !Codes.IsName(agency)) return TokenVerdict.Wrong("The token names no subject or no agency.");
        if (Value("region") != region) return TokenVerdict.Wrong("The token is for another region.");
        if (!by.SpeaksFor(agency)) return TokenVerdict.Wrong("The token is for an agency for which its provider does not speak.");
        return claims.Exists(c => c.Type == "roles" && !by.Gives(c.Value)) ? TokenVerdict.Wrong("The token has a role that its provider may not give.")
            : TokenVerdict.Good(new(new CaseSensitiveClaimsIdentity(claims, token.AuthenticationType, "sub", "roles")));
    }

    /// <summary>Null for a claim that bears a name of ours and is not the one that the provider uses for it.</summary>
    private static Claim? InOurs(Claim claim, TrustedProvider by)
    {
        var type = claim.Type == by.Claims.Agency ? "agency" : claim.Type == by.Claims.Region ? "region" : claim.Type == by.Claims.Roles ? "roles"
            : claim.Type is "agency" or "region" or "roles" ? null : claim.Type;
        if (type is null) return null;
        return new(type, type is "sub" or "client_id" && by.Name.Length > 0 ? $"{by.Name}:{claim.Value}" : claim.Value, claim.ValueType, claim.Issuer);
    }
}
