using System.Security.Cryptography;
using Coordination.Contracts;

namespace Coordination.Exchange.Webhooks;

/// <summary>Secrets of webhooks, and what they sign.</summary>
internal static class WebhookSecret
{
    /// <summary>A new secret of 32 bytes.</summary>
    internal static string Make() => StandardWebhook.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The value of <c>webhook-signature</c>: one signature for each secret that holds, newest first.</summary>
    internal static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var signatures = new List<string>();
        foreach (var secret in secrets) signatures.Add(StandardWebhook.Sign(secret, id, timestamp, body));
        return string.Join(' ', signatures);
    }
}
