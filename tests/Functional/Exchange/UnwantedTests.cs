using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>What a subscription does not ask for stands between nobody and what it does.</summary>
public abstract class UnwantedTests(Region region)
{
    /// <summary>Of more than a delivery looks at in one go.</summary>
    private const int Many = 40;

    public sealed class Embedded(EmbeddedRegion region) : UnwantedTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : UnwantedTests(region)
    {
        private readonly DistributedRegion region = region;

        [Fact]
        public async Task A_queue_is_given_what_it_asked_for_after_much_from_elsewhere()
        {
            var (station, elsewhere) = (new Station(region), new Station(region));
            var queue = await new AgencyBroker(region, station.Agency).ProvisionAsync();
            await station.SubscribeAsync(new { name = "queue", kind = "Amqp", filter = station.Filter });
            for (var n = 0; n < 2 * Many; n++) await elsewhere.ReportAsync();
            await region.QuietAsync();
            var wanted = await station.ReportAsync();
            Assert.All(await queue.TakeAsync(l => l.Any(x => x.Subject == wanted)), l => Assert.Equal(wanted, l.Subject));
        }
    }

    [Fact]
    public async Task A_webhook_is_given_what_it_asked_for_after_much_from_elsewhere()
    {
        await using var receiver = await Receiver.StartAsync();
        var (station, elsewhere) = (new Station(region), new Station(region));
        var subscription = await station.SubscribeAsync(receiver);
        for (var n = 0; n < Many; n++) await elsewhere.ReportAsync();
        await region.QuietAsync();
        var wanted = await station.ReportAsync();
        await receiver.HearsAsync(p => p.Any(x => x.Subject == wanted));
        Assert.All(receiver.Parcels, p => Assert.Equal(wanted, p.Subject));
        using var ended = await station.Api.SendAsync(HttpMethod.Delete, $"/v1/subscriptions/{subscription.Id()}", null, 1);
        await ended.JsonAsync();
    }

    [Fact]
    public async Task What_was_not_wanted_is_given_when_the_wish_changes_before_much_has_passed()
    {
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        var elsewhere = new Station(region) { Agency = station.Agency };
        var subscription = await station.SubscribeAsync(receiver);
        var passed = await elsewhere.ReportAsync();
        await region.QuietAsync();
        using var changed = await station.Api.SendAsync(HttpMethod.Put, $"/v1/subscriptions/{subscription.Id()}",
            new { name = "desk", url = receiver.Url, filter = new { types = new[] { "intake.*" }, areas = new[] { elsewhere.Area } } }, 1);
        Assert.Equal(2, (await changed.JsonAsync()).GetProperty("version").GetInt32());
        var next = await elsewhere.ReportAsync();
        await receiver.HearsAsync(p => p.Any(x => x.Subject == next));
        Assert.Contains(receiver.Parcels, p => p.Subject == passed);
    }
}
