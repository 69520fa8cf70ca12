using System.Security.Cryptography;
using System.Text;

namespace Coordination.Contracts;

/// <summary>
/// Signatures of the Standard Webhooks specification, for those who send and those who receive: <c>v1,</c> and base64 of HMAC-SHA256 over
/// <c>id.timestamp.body</c>, several of them separated by blanks while a secret changes.
/// </summary>
public static class StandardWebhook
{
    /// <summary>What a secret begins with; the rest is base64.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>How old, or how far ahead, a delivery may be.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>One signature.</summary>
    /// <param name="secret"><c>whsec_…</c></param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The exact bytes.</param>
    /// <exception cref="FormatException">The secret is not one.</exception>
    public static string Sign(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal)) throw new FormatException($"A webhook's secret begins with {SecretPrefix}.");
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), signed))}";
    }

    /// <summary>True when one of the signatures is the secret's, and the delivery is of these minutes. Compares in constant time.</summary>
    /// <param name="secret"><c>whsec_…</c></param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>.</param>
    /// <param name="body">The exact bytes.</param>
    /// <param name="now">The receiver's clock.</param>
    public static bool IsGenuine(string secret, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || signatures is null) return false;
        if (!long.TryParse(timestamp, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - at) > Tolerance.TotalSeconds) return false;
        var own = Encoding.ASCII.GetBytes(Sign(secret, id, at, body));
        return signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(s => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(s), own));
    }
}
