using System.Security.Claims;

namespace Coordination.Contracts.Tokens;

/// <summary>Who a checked token says that somebody is, in the region's own claims, and whether its provider may say so.</summary>
internal static class Holder
{
    /// <param name="token">What the token says, as its provider signed it.</param>
    /// <param name="by">The provider.</param>
    /// <param name="names">Names of all providers that are trusted.</param>
    /// <param name="region">The region for which the token must be.</param>
    internal static TokenVerdict Of(ClaimsIdentity token, TrustedProvider by, IEnumerable<string> names, string region)
    {
        if (token.FindFirst("sub")?.Value is not { Length: > 0 } subject) return TokenVerdict.Wrong("The token names no subject or no agency.");
        if (by.Name.Length == 0 && names.Any(n => n.Length > 0 && subject.StartsWith($"{n}:", StringComparison.Ordinal))) return TokenVerdict.Wrong("The token's subject would be another provider's.");
        var claims = token.Claims.Select(c => InOurs(c, by)).OfType<Claim>().ToList();
        string? Value(string type) => claims.Find(c => c.Type == type)?.Value;
        if (Value("sub") is not { Length: <= 100 } || Value("agency") is not { } agency || !Codes.IsName(agency)) return TokenVerdict.Wrong("The token names no subject or no agency.");
        if (Value("region") != region) return TokenVerdict.Wrong("The token is for another region.");
        if (!by.SpeaksFor(agency)) return TokenVerdict.Wrong("The token is for an agency for which its provider does not speak.");
        return claims.Exists(c => c.Type == "roles" && !by.Gives(c.Value)) ? TokenVerdict.Wrong("The token has a role that its provider may not give.")
            : TokenVerdict.Good(new(new ClaimsIdentity(claims, token.AuthenticationType, "sub", "roles")));
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
