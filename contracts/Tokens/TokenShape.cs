using System.Buffers.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Coordination.Contracts.Tokens;

/// <summary>
/// What a token must look like before its signature is looked at (RFC 7515, RFC 9068). The library that checks signatures takes the last of two members
/// of one name, several agencies for one, and headers that it must understand and does not; here each of them is no token.
/// </summary>
internal static class TokenShape
{
    private const int MaxLength = 16 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Why this is no token of the region; null when it may be one.</summary>
    /// <param name="token">What was sent.</param>
    /// <param name="now">The time.</param>
    /// <param name="textsOf">The claims that a provider must put as one text, by its name; null for one that is not trusted.</param>
    internal static string? Fault(string token, DateTimeOffset now, Func<string, IReadOnlyList<string>?> textsOf)
    {
        if (token.Length > MaxLength) return $"The token has more than {MaxLength} characters.";
        var parts = token.Split('.');
        if (parts.Length != 3) return "The token is not a signed JWT.";
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict);
            if (header.RootElement.TryGetProperty("crit", out _)) return "The token demands extensions (crit) that this region does not know.";
            return ClaimsFault(claims.RootElement, now, textsOf);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return "The token is not sound base64url and JSON, or has a member twice.";
        }
    }

    /// <summary>The bearer token in the header; null where there is none.</summary>
    internal static string? TokenOf(StringValues authorization) => authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? header["Bearer ".Length..].Trim() : null;

    private static string? ClaimsFault(JsonElement claims, DateTimeOffset now, Func<string, IReadOnlyList<string>?> textsOf)
    {
        if (!claims.TryGetProperty("iss", out var issuer) || issuer.ValueKind != JsonValueKind.String) return "The claim iss must be there, as one text.";
        if (textsOf(issuer.GetString()!) is not { } texts) return "The token is of a provider that is not trusted.";
        foreach (var name in texts)
            if (!claims.TryGetProperty(name, out var claim) || claim.ValueKind != JsonValueKind.String) return $"The claim {name} must be there, as one text.";
        if (Moment(claims, "iat") is not { } issued || Moment(claims, "exp") is not { } expires) return "The claims iat and exp must be there, as seconds.";
        if (issued > (now + TokenCheck.Skew).ToUnixTimeSeconds()) return "The token was issued in the future: the provider's clock is wrong, or this machine's.";
        return expires - issued > Longest.TotalSeconds ? $"The token is good for more than {Longest.TotalHours} hours: nobody could take it back." : null;
    }

    private static double? Moment(JsonElement claims, string name) => claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.Number ? claim.GetDouble() : null;
}
