using System.Security.Claims;
using System.Text.Json;

namespace Coordination.Contracts.Tokens;

/// <summary>The certificate to which a token is bound (RFC 8705 3.1): its claim <c>cnf</c> names the thumbprint, SHA-256 in base64url.</summary>
internal static class BoundCertificate
{
    /// <summary>Which certificate the caller's connection showed. The gateway sets it, and services take it from a gateway alone.</summary>
    internal const string Header = "Coordination-Certificate";

    private const string Member = "x5t#S256";

    /// <summary>The thumbprint; null for a token that is bound to no certificate.</summary>
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

    /// <summary>Why a token that is bound opens nothing here; null when it is bound to nothing, or to the certificate that was shown.</summary>
    internal static string? Fault(ClaimsPrincipal holder, string? shown)
    {
        if (!holder.HasClaim(c => c.Type == "cnf")) return null;
        if (Of(holder) is not { } bound) return "The token is bound (cnf) to something that this region does not check.";
        return bound == shown ? null : "The token is bound to a certificate that the connection did not show.";
    }
}
