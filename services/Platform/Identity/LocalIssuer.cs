using System.Security.Cryptography;
using Coordination.Contracts;
using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Platform;

/// <summary>
/// Gives tokens to anyone who asks: for trying, exercises and tests on one machine. A process with a listener that is not on loopback
/// refuses to start with it (design section 7).
/// </summary>
internal sealed class LocalIssuer : ITokenKeys
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly string region;
    private readonly TimeProvider time;

    private LocalIssuer(ECDsaSecurityKey key, string region, TimeProvider time) => (Key, this.region, this.time) = (key, region, time);

    internal ECDsaSecurityKey Key { get; }

    public string Issuer => IssuerKeys.LocalIssuer;

    public object Edition => Key;

    public IEnumerable<SecurityKey> Find(string? kid) => string.IsNullOrEmpty(kid) || kid == Key.KeyId ? [Key] : [];

    public Task EnsureAsync(string? kid, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Keeps its key in the data folder, so that tokens outlive a restart.</summary>
    internal static LocalIssuer Open(string folder, string region, TimeProvider time)
    {
        var seed = new byte[32];
        SecretBox.KeyIn(folder, "issuer").CopyTo(seed, 0);
        var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Scalar(seed) });
        return new(new ECDsaSecurityKey(key) { KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16] }, region, time);
    }

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/issuer/token", Issue).ExcludeFromDescription();
        new LocalSignIn(this, time).Map(routes);
        routes.MapGet("/issuer/.well-known/openid-configuration", (HttpContext http) => TypedResults.Ok(new
        {
            issuer = Issuer,
            jwks_uri = $"{http.Request.Scheme}://{http.Request.Host}/issuer/jwks",
            token_endpoint = $"{http.Request.Scheme}://{http.Request.Host}/issuer/token",
            authorization_endpoint = $"{http.Request.Scheme}://{http.Request.Host}/issuer/authorize",
            grant_types_supported = new[] { "authorization_code", "refresh_token" },
            code_challenge_methods_supported = new[] { "S256" },
            token_endpoint_auth_methods_supported = new[] { "none" },
            authorization_response_iss_parameter_supported = true,
            id_token_signing_alg_values_supported = new[] { SecurityAlgorithms.EcdsaSha256 },
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
        })).ExcludeFromDescription();
        routes.MapGet("/issuer/jwks", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(Key.ECDsa.ExportParameters(false))) { KeyId = Key.KeyId });
            return TypedResults.Ok(new { keys = new[] { new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.KeyId, use = "sig", alg = SecurityAlgorithms.EcdsaSha256 } } });
        }).ExcludeFromDescription();
    }

    internal string Token(string agency, IReadOnlyList<string> roles, string subject, string client = "local") => Sign("at+jwt", TokenCheck.Audience, Lifetime, new Dictionary<string, object>
    {
        ["sub"] = subject, ["agency"] = agency, ["region"] = region, ["roles"] = roles, ["client_id"] = client, ["jti"] = Guid.NewGuid().ToString("N"),
    });

    /// <summary>Says to a client who signed in; it opens nothing.</summary>
    internal string IdToken(string client, string subject, string nonce) => Sign("JWT", client, TimeSpan.FromMinutes(5), new Dictionary<string, object> { ["sub"] = subject, ["nonce"] = nonce });

    internal static string SubjectOf(string agency, IReadOnlyList<string> roles) => $"{agency}-{string.Join('-', roles)}";

    private string Sign(string type, string audience, TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var now = time.GetUtcNow();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            TokenType = type,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
            Claims = claims,
        });
    }

    private IResult Issue(TokenRequest request)
    {
        if (!Codes.IsName(request.Agency)) return Refusal.Invalid("/agency", "agency", "Must be 1 to 40 lower-case letters, digits and hyphens.").Problem();
        if (request.Roles.Except(Roles.All).Any()) return Refusal.Invalid("/roles", "role", $"Must be among {string.Join(", ", Roles.All)}.").Problem();
        if (request.Subject is { Length: 0 or > 100 }) return Refusal.Invalid("/subject", "length", "Must have 1 to 100 characters.").Problem();
        var subject = request.Subject ?? SubjectOf(request.Agency, request.Roles);
        return TypedResults.Ok(new TokenAnswer(Token(request.Agency, request.Roles, subject), "Bearer", (int)Lifetime.TotalSeconds));
    }

    /// <summary>A P-256 private key is a number below the order of the curve; clearing the top bit keeps any seed below it.</summary>
    private static byte[] Scalar(byte[] seed)
    {
        seed[0] &= 0x7F;
        seed[31] |= 1;
        return seed;
    }

    internal sealed record TokenRequest(string Agency, IReadOnlyList<string> Roles, string? Subject = null);

    internal sealed record TokenAnswer(
        [property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string AccessToken,
        [property: System.Text.Json.Serialization.JsonPropertyName("token_type")] string TokenType,
        [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);
}
