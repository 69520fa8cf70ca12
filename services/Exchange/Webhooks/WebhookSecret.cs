using System.Security.Cryptography;
using System.Text;

namespace Coordination.Exchange.Webhooks;

/// <summary>Secrets and signatures as the Standard Webhooks specification writes them.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <summary>A new secret of 32 bytes.</summary>
    internal static string Make() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The value of <c>webhook-signature</c>: one signature for each secret that holds, newest first, over id, time and exact body.</summary>
    internal static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return string.Join(' ', secrets.Select(s => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(s[Prefix.Length..]), signed))}"));
    }
}
