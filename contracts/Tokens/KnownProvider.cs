using Microsoft.IdentityModel.Tokens;

namespace Coordination.Contracts.Tokens;

/// <summary>A trusted provider with its keys: no other's are looked at for a token that names it, so two may use one key id.</summary>
internal sealed class KnownProvider
{
    internal KnownProvider(TrustedProvider says, ITokenKeys keys)
    {
        (Says, Keys) = (says, keys);
        Texts = ["iss", "sub", says.Claims.Agency, says.Claims.Region];
        Rules = new()
        {
            ValidAudience = says.Audience,
            // An ID token says who somebody is, not what he may do here (RFC 9068).
            ValidTypes = ["at+jwt", "application/at+jwt"],
            ValidAlgorithms = says.Algorithms,
            ClockSkew = TokenCheck.Skew,
            NameClaimType = "sub",
            RoleClaimType = "roles",
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            IssuerValidator = (issuer, _, _) => issuer == keys.Issuer ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer's token."),
            IssuerSigningKeyResolver = (_, _, kid, _) => keys.Find(kid),
        };
    }

    internal TrustedProvider Says { get; }

    internal ITokenKeys Keys { get; }

    internal TokenValidationParameters Rules { get; }

    /// <summary>The claims that must be there as one text.</summary>
    internal IReadOnlyList<string> Texts { get; }
}
