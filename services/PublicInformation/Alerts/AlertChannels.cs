using Coordination.Contracts.Events;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The package's section <c>channels</c>.</summary>
public sealed class AlertChannels
{
    /// <summary>Every channel that may be named.</summary>
    public List<AlertChannel> List { get; set; } = [];

    /// <summary>Share of required channels that must deliver within the time (S2: 98 %).</summary>
    public int RequiredPercent { get; set; } = 98;

    /// <summary>When enough required channels had delivered, or null while they have not. Where none is required, all count.</summary>
    internal DateTimeOffset? PushedAt(IReadOnlyList<AlertReceipt> receipts)
    {
        var required = receipts.Where(r => List.Exists(c => c.Required && c.Key == r.Channel)).ToList();
        if (required.Count == 0) required = [.. receipts];
        var needed = Math.Max(1, ((required.Count * RequiredPercent) + 99) / 100);
        var delivered = required.Where(r => r.State == ReceiptState.Delivered).Select(r => r.ChangedAt).Order().ToList();
        return delivered.Count >= needed ? delivered[needed - 1] : null;
    }
}
