using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Coordination.Tests.Functional.Identity;

/// <summary>Tokens that must open nothing, each wrong in one way.</summary>
internal static class WrongTokens
{
    private static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    internal static IReadOnlyDictionary<string, Action<JsonObject>> Claims { get; } = new Dictionary<string, Action<JsonObject>>
    {
        ["another issuer"] = c => c["iss"] = "https://elsewhere.example",
        ["no issuer"] = c => c.Remove("iss"),
        ["another audience"] = c => c["aud"] = "payroll",
        ["no audience"] = c => c.Remove("aud"),
        ["audience in another case"] = c => c["aud"] = "Coordination",
        ["expired"] = c => { c["exp"] = Now - 31; c["iat"] = Now - 600; c["nbf"] = Now - 600; },
        ["no expiry"] = c => c.Remove("exp"),
        ["expiry as text"] = c => c["exp"] = $"{Now + 600}",
        ["not yet good"] = c => c["nbf"] = Now + 60,
        ["no moment of issue"] = c => c.Remove("iat"),
        ["good for ten years"] = c => c["exp"] = Now + 315_360_000,
        ["issued in a year"] = c => { c["iat"] = Now + 31_536_000; c["exp"] = Now + 31_536_600; c.Remove("nbf"); },
        ["another region"] = c => c["region"] = "other",
        ["no region"] = c => c.Remove("region"),
        ["no agency"] = c => c.Remove("agency"),
        ["an empty agency"] = c => c["agency"] = "",
        ["two agencies"] = c => c["agency"] = new JsonArray("fire", "police"),
        ["an agency that is no name"] = c => c["agency"] = "fire/../police",
        ["bound to a certificate that is not shown"] = c => c["cnf"] = new JsonObject { ["x5t#S256"] = new string('A', 43) },
        ["bound to a key (DPoP)"] = c => c["cnf"] = new JsonObject { ["jkt"] = new string('A', 43) },
        ["bound to nothing that is known"] = c => c["cnf"] = "something",
        ["no subject"] = c => c.Remove("sub"),
        ["a subject of 101 characters"] = c => c["sub"] = new string('s', 101),
        ["a subject as a number"] = c => c["sub"] = 1,
    };

    internal static IReadOnlyDictionary<string, Action<JsonObject>> Headers { get; } = new Dictionary<string, Action<JsonObject>>
    {
        ["an ID token"] = h => h["typ"] = "JWT",
        ["a logout token"] = h => h["typ"] = "logout+jwt",
        ["no type"] = h => h.Remove("typ"),
        ["an unlisted algorithm"] = h => h["alg"] = "ES512",
        ["no algorithm"] = h => h.Remove("alg"),
        ["alg none over a signature"] = h => h["alg"] = "none",
        ["an unknown key"] = h => h["kid"] = "two",
        ["a key id that is a path"] = h => h["kid"] = "../../dev/null",
        ["a critical extension"] = h => { h["crit"] = new JsonArray("exp"); h["exp"] = 1; },
    };

    internal static IReadOnlyDictionary<string, Func<TestProvider, string>> Forged { get; } = new Dictionary<string, Func<TestProvider, string>>
    {
        ["alg none"] = p => Resign(p, h => h["alg"] = "none", _ => []),
        ["alg None"] = p => Resign(p, h => h["alg"] = "None", _ => []),
        ["the public key as a shared secret"] = p => Resign(p, h => h["alg"] = "HS256", d => HMACSHA256.HashData(p.PublicKey, d)),
        ["an empty shared secret"] = p => Resign(p, h => h["alg"] = "HS256", d => HMACSHA256.HashData(Array.Empty<byte>(), d)),
        ["another's key under the same id"] = p => Resign(p, _ => { }, Strange),
        ["another's key without an id"] = p => Resign(p, h => h.Remove("kid"), Strange),
        ["a key that comes with it (jwk)"] = p => Resign(p, h => h["jwk"] = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(TestProvider.Jwk(Stranger, "one", "sig"))), Strange),
        ["a key set it names (jku)"] = p => Resign(p, h => h["jku"] = "http://127.0.0.1:1/keys", Strange),
        ["a certificate it names (x5u)"] = p => Resign(p, h => h["x5u"] = "http://127.0.0.1:1/cert", Strange),
        ["other claims under a true signature"] = p =>
        {
            var (one, two) = (p.Token().Split('.'), p.Token(c => c["agency"] = "police").Split('.'));
            return $"{one[0]}.{two[1]}.{one[2]}";
        },
        ["a signature of zeros"] = p => Resign(p, _ => { }, _ => new byte[64]),
        ["no signature"] = p => p.Token()[..(p.Token().LastIndexOf('.') + 1)],
        ["two parts"] = p => p.Token()[..p.Token().LastIndexOf('.')],
        ["four parts"] = p => p.Token() + ".x",
        ["an encrypted token"] = p => "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA",
        ["claims that are no JSON"] = p => p.Sign("""{"alg":"ES256","typ":"at+jwt","kid":"one"}""", "no JSON"),
        ["claims that are a list"] = p => p.Sign("""{"alg":"ES256","typ":"at+jwt","kid":"one"}""", "[]"),
        ["nonsense"] = _ => "nonsense",
    };

    private static byte[] Strange(byte[] data) => Stranger.SignData(data, HashAlgorithmName.SHA256);

    private static string Resign(TestProvider provider, Action<JsonObject> change, Func<byte[], byte[]> sign)
    {
        var token = provider.Token();
        var header = TestProvider.Parts(token, 0);
        change(header);
        return TestProvider.Sign(header.ToJsonString(), TestProvider.Parts(token, 1).ToJsonString(), sign);
    }
}
