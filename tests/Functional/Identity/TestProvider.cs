using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Functional.Identity;

/// <summary>A provider of tokens that signs whatever it is told to, and can be told to lie about itself.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private TestProvider(string address)
    {
        (Address, Issuer) = (address, address);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Moved is { } moved ? Results.Redirect(moved) : Results.Json(new { issuer = Issuer, jwks_uri = JwksUri ?? $"{address}/keys" }));
        app.MapPost("/token", () => Results.Json(Given));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { Jwk(key, "one", "sig") }.Concat(More) }));
    }

    internal string Address { get; }

    internal string Issuer { get; set; }

    internal string? JwksUri { get; set; }

    internal string? Moved { get; set; }

    /// <summary>What it answers to a code.</summary>
    internal JsonObject Given { get; set; } = [];

    internal List<object> More { get; } = [];

    internal static async Task<TestProvider> StartAsync(string? at = null)
    {
        var provider = new TestProvider(at ?? Gateway.Edge.Nowhere());
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>A sound token for the region "test", changed as told.</summary>
    internal string Token(Action<JsonObject>? claims = null, Action<JsonObject>? header = null)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = new JsonObject
        {
            ["iss"] = Issuer, ["aud"] = "coordination", ["sub"] = "fire-1", ["agency"] = "fire", ["region"] = "test",
            ["roles"] = new JsonArray("integration"), ["iat"] = now, ["nbf"] = now, ["exp"] = now + 600,
        };
        var head = new JsonObject { ["alg"] = "ES256", ["typ"] = "at+jwt", ["kid"] = "one" };
        claims?.Invoke(body);
        header?.Invoke(head);
        return Sign(head.ToJsonString(), body.ToJsonString());
    }

    /// <summary>Signs any two texts with the provider's own key.</summary>
    internal string Sign(string header, string claims) => Sign(header, claims, data => key.SignData(data, HashAlgorithmName.SHA256));

    internal static string Sign(string header, string claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";
        return $"{text}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>The provider's public key in the form that an attacker would use as a shared secret.</summary>
    internal byte[] PublicKey => Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem());

    internal static object Jwk(ECDsa key, string kid, string use)
    {
        var point = key.ExportParameters(false).Q;
        return new { kty = "EC", crv = "P-256", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y), kid, use };
    }

    internal static JsonObject Parts(string token, int part) => JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[part]))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }
}
