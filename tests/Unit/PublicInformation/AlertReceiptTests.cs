using Coordination.Contracts.Events;
using Coordination.PublicInformation.Alerts;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class AlertReceiptTests
{
    private static readonly AlertChannels Three = new()
    {
        List = [new() { Key = "cell-broadcast", Required = true }, new() { Key = "loudspeaker", Required = true }, new() { Key = "radio" }],
    };

    private static AlertReceipt Queued(string channel = "cell-broadcast") => AlertReceipt.Queue(Issued(), channel, T0);

    private static AlertReceipt Delivered(string channel, int minute)
    {
        var receipt = Queued(channel);
        Assert.Null(receipt.Report(ReceiptState.Sent, T0));
        Assert.Null(receipt.Report(ReceiptState.Delivered, T0.AddMinutes(minute)));
        return receipt;
    }

    [Fact]
    public void The_table_of_a_receipt_is_this_one() => Machine.HasTable(AlertReceipt.Life, """
        Queued: Sent
        Sent: Delivered Failed
        Failed: Retried
        Retried: Sent
        """);

    [Fact]
    public void Whatever_is_reported_a_receipt_keeps_to_its_table() => Machine.Keeps(
        () => Queued(), AlertReceipt.Life, r => r.State, r => r.Version, r => r.Attempts >= 1 && r.ChangedAt >= T0,
        (r, n) => r.Report((ReceiptState)(n % 5), T0.AddSeconds(n % 100)));

    [Fact]
    public void A_failed_channel_tries_again_and_counts_its_attempts()
    {
        var receipt = Queued();
        foreach (var state in (ReceiptState[])[ReceiptState.Sent, ReceiptState.Failed, ReceiptState.Retried, ReceiptState.Sent, ReceiptState.Delivered])
            Assert.Null(receipt.Report(state, T0));
        Assert.Equal(2, receipt.Attempts);
    }

    [Fact]
    public void A_channel_does_not_report_backwards_in_time()
    {
        var receipt = Queued();
        Machine.Refused(receipt.Report(ReceiptState.Sent, T0.AddSeconds(-1)), "out-of-order");
    }

    [Fact]
    public void An_alert_is_pushed_when_enough_required_channels_have_delivered_and_at_the_moment_the_last_of_them_did()
    {
        Assert.Null(Three.PushedAt([Delivered("cell-broadcast", 2), Queued("loudspeaker"), Delivered("radio", 1)]));
        Assert.Equal(T0.AddMinutes(7), Three.PushedAt([Delivered("cell-broadcast", 7), Delivered("loudspeaker", 3), Queued("radio")]));
    }

    [Fact]
    public void Where_no_channel_is_required_all_count()
    {
        Assert.Null(Three.PushedAt([Queued("radio")]));
        Assert.Equal(T0.AddMinutes(4), Three.PushedAt([Delivered("radio", 4)]));
        Assert.Null(Three.PushedAt([]));
    }
}
