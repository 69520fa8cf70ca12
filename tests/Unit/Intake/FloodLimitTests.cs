using System.Net;
using Coordination.Intake.Reports;

namespace Coordination.Tests.Unit.Intake;

public sealed class FloodLimitTests
{
    [Fact]
    public void An_address_has_its_hour_and_takes_nobody_else_s()
    {
        var limit = new FloodLimit(TimeProvider.System);
        var flooder = IPAddress.Parse("192.0.2.7");
        Assert.All(Enumerable.Range(0, 5), _ => Assert.True(limit.Admits(flooder, 5)));
        Assert.False(limit.Admits(flooder, 5));
        Assert.False(limit.Admits(IPAddress.Parse("::ffff:192.0.2.7"), 5));
        Assert.True(limit.Admits(IPAddress.Parse("192.0.2.8"), 5));
    }

    [Fact]
    public void Who_has_one_address_of_a_network_of_IPv6_has_them_all()
    {
        var limit = new FloodLimit(TimeProvider.System);
        Assert.All(Enumerable.Range(1, 5), n => Assert.True(limit.Admits(IPAddress.Parse($"2001:db8:1:1::{n}"), 5)));
        Assert.False(limit.Admits(IPAddress.Parse("2001:db8:1:1:ffff::9"), 5));
        Assert.True(limit.Admits(IPAddress.Parse("2001:db8:1:2::1"), 5));
    }
}
