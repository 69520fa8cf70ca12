using Coordination.PublicInformation.Alerts;
using Coordination.PublicInformation.Cap;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class ChannelGateTests
{
    private static readonly Guid One = Guid.CreateVersion7(), Other = Guid.CreateVersion7();

    public static TheoryData<CapStatus> Statuses => [.. Enum.GetValues<CapStatus>()];

    [Theory, MemberData(nameof(Statuses))]
    public void An_Actual_channel_carries_Actual_alone_and_an_exercise_s_its_own_Exercise_alone(CapStatus status)
    {
        Guid?[] worlds = [null, One, Other];
        foreach (var of in worlds)
            foreach (var channel in worlds)
                Assert.Equal(of == channel && status == (channel is null ? CapStatus.Actual : CapStatus.Exercise), ChannelGate.Lets(status, of, channel));
    }

    [Fact]
    public void An_alert_of_this_region_has_the_status_that_its_own_channels_carry()
    {
        Assert.Equal(CapStatus.Actual, Draft().Status);
        Assert.Equal(CapStatus.Exercise, Draft(One).Status);
        Assert.False(ChannelGate.Lets(Draft(One).Status, One, null));
    }

    [Fact]
    public void What_stands_in_the_tables_under_another_status_stays_behind_it()
    {
        Alert[] alerts = [Issued(), Issued(exercise: One), Draft()];
        Assert.Equal([alerts[0]], alerts.AsQueryable().Through(null));
        Assert.Equal([alerts[1]], alerts.AsQueryable().Through(One));
        AlertReceipt[] receipts = [.. alerts.Select(a => AlertReceipt.Queue(a, "sms", T0))];
        Assert.Equal([receipts[1]], receipts.AsQueryable().Through(One));
        Assert.DoesNotContain(receipts[1], receipts.AsQueryable().Through(null));
    }
}
