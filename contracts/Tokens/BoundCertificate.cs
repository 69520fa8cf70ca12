using System.Security.Claims;
using System.Text.Json;

namespace Coordination.Contracts.Tokens;

/// <summary>The certificate to which a token is bound (RFC 8705 3.1): its claim <c>cnf</c> names the thumbprint, SHA-256 in base64url.</summary>
internal static class BoundCertificate
{
    internal const string Member = "x5t#S256";

    /// <summary>The thumbprint; null for a token that is bound to none.</summary>
    internal static string? Of(ClaimsPrincipal holder)
    {
        if (holder.FindFirst("cnf")?.Value is not { } confirmation) return null;
        try
        {
            using var json = JsonDocument.Parse(confirmation);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Member, out var thumbprint) ? $"{thumbprint}" : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
