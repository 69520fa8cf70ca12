using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>Fault F13: an endpoint that fails in every way there is loses nothing, learns nothing and costs nobody else anything.</summary>
public abstract class BadReceiverTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : BadReceiverTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : BadReceiverTests(region);

    [Fact]
    public async Task One_that_is_gone_is_disabled_at_once_and_resumed_without_loss()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Status(410);
        var station = new Station(region);
        var subscription = await station.SubscribeAsync(receiver);
        var first = await station.ReportAsync();
        await Platform.ProbeRegion.UntilAsync(async () => (await station.ReadAsync(subscription)).Text("state") == "Disabled");
        Assert.Equal("Gone", (await station.ReadAsync(subscription)).Text("reason"));
        var second = await station.ReportAsync();
        await region.QuietAsync();
        Assert.Single(receiver.Parcels);
        receiver.Answer = Receiver.Status(204);
        var resumed = await station.DecideAsync(subscription, "resume");
        Assert.Equal(("Active", false), (resumed.Text("state"), resumed.TryGetProperty("reason", out _)));
        await receiver.HearsAsync(p => p.Count(x => x.Subject == first) == 2 && p.Any(x => x.Subject == second));
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_nobody_follows_it()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, http) =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = elsewhere.Url.ToString();
            return Task.CompletedTask;
        };
        var station = new Station(region);
        var subscription = await station.SubscribeAsync(receiver);
        await station.ReportAsync();
        await station.EndsAsync(subscription, "Answered", 307);
        Assert.Equal(1, (await station.ReadAsync(subscription)).GetProperty("waiting").GetInt32());
        Assert.Empty(elsewhere.Parcels);
    }

    [Fact]
    public async Task One_that_never_answers_is_given_up_for_now_and_keeps_nobody_else_waiting()
    {
        await using var hanging = await Receiver.StartAsync();
        await using var healthy = await Receiver.StartAsync();
        hanging.Answer = (_, http) => new TaskCompletionSource().Task.WaitAsync(http.RequestAborted);
        var station = new Station(region);
        var (slow, quick) = (await station.SubscribeAsync(hanging), await station.SubscribeAsync(healthy));
        var sent = new List<string> { await station.ReportAsync() };
        await hanging.HearsAsync(p => p.Count > 0);
        for (var n = 0; n < 5; n++) sent.Add(await station.ReportAsync());
        await healthy.HearsAsync(p => sent.All(s => p.Any(x => x.Subject == s)));
        Assert.DoesNotContain(await station.DeliveriesAsync(slow), d => d.TryGetProperty("status", out _));
        await station.EndsAsync(slow, "TimedOut");
        Assert.Equal("Active", (await station.ReadAsync(slow)).Text("state"));
        Assert.Equal(0, (await station.ReadAsync(quick)).GetProperty("waiting").GetInt32());
        hanging.Answer = Receiver.Status(204);
        await hanging.HearsAsync(p => sent.All(s => p.Any(x => x.Subject == s)));
    }

    [Fact]
    public async Task One_that_cannot_prove_who_it_is_is_told_nothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var receiver = await Receiver.StartAsync(certificate);
        var station = new Station(region);
        var subscription = await station.SubscribeAsync(receiver);
        await station.ReportAsync();
        await station.EndsAsync(subscription, "TlsFailed");
        Assert.Empty(receiver.Parcels);
    }

    [Fact]
    public async Task One_that_is_not_there_is_tried_again_and_found_where_it_is_now()
    {
        var gone = await Receiver.StartAsync();
        var url = gone.Url;
        await gone.DisposeAsync();
        await using var receiver = await Receiver.StartAsync();
        var station = new Station(region);
        var subscription = await station.SubscribeAsync(new { name = "desk", kind = "Webhook", url, filter = station.Filter });
        var report = await station.ReportAsync();
        await station.EndsAsync(subscription, "Unreachable");
        using var moved = await station.Api.PutAsync($"/v1/subscriptions/{subscription.Id()}", new { name = "desk", url = receiver.Url, filter = station.Filter }, (await station.ReadAsync(subscription)).GetProperty("version").GetInt32());
        await moved.JsonAsync();
        await receiver.HearsAsync(p => p.Any(x => x.Subject == report));
    }

    [Theory]
    [InlineData("https://10.0.0.1/hook"), InlineData("https://127.0.0.2/hook"), InlineData("https://[::1]/hook"), InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://192.168.1.1/"), InlineData("https://[fd00:ec2::254]/"), InlineData("https://224.0.0.1/"), InlineData("https://[::ffff:10.0.0.1]/"), InlineData("http://8.8.8.8/")]
    public async Task A_closed_address_is_no_target(string url)
    {
        using var refused = await new Station(region).Api.PostAsync("/v1/subscriptions", new { name = "desk", kind = "Webhook", url });
        await refused.ProblemAsync((int)HttpStatusCode.BadRequest, "target-not-allowed");
    }

    /// <summary>The name stands for addresses of which not all may be called here, or for none: what it stands for is judged when it is called.</summary>
    [Fact]
    public async Task A_name_that_stands_for_a_closed_address_is_not_called()
    {
        await using var receiver = await Receiver.StartAsync(address: "127.0.0.2");
        var station = new Station(region);
        var subscription = await station.SubscribeAsync(new { name = "desk", kind = "Webhook", url = $"http://{Dns.GetHostName()}:{receiver.Url.Port}/hook", filter = station.Filter });
        await station.ReportAsync();
        await Platform.ProbeRegion.UntilAsync(async () => (await station.DeliveriesAsync(subscription)).Any(d => d.Text("outcome") is "NotAllowed" or "Unreachable"));
        Assert.Empty(receiver.Parcels);
    }
}
