using System.Security.Cryptography;
using Coordination.Contracts.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Unit.Identity;

/// <summary>A provider with a key of its own, whose id is "one" like everybody's.</summary>
internal sealed class SigningProvider(string issuer, TimeProvider time) : ITokenKeys
{
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "one" };

    public string? Issuer { get; } = issuer;

    public object? Edition => key;

    /// <summary>True from the start for one that has never answered.</summary>
    internal bool IsAway { get; init; }

    public IEnumerable<SecurityKey> Find(string? kid) => IsAway ? [] : [key];

    public Task EnsureAsync(string? kid, CancellationToken ct) => IsAway ? throw new IssuerUnavailableException("It is away.") : Task.CompletedTask;

    /// <summary>A sound token of the agency for the region "test", changed as told.</summary>
    internal string Token(string agency, Action<Dictionary<string, object>>? change = null)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer!, ["aud"] = "coordination", ["sub"] = "zhang", ["client_id"] = "cad", ["agency"] = agency, ["region"] = "test", ["roles"] = new[] { "duty-officer" }, ["iat"] = now, ["exp"] = now + 600,
        };
        change?.Invoke(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt", Claims = claims, SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
