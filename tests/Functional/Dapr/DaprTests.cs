using System.Net;
using System.Text.Json;
using Coordination.CommandLine.Servers;
using Coordination.Contracts;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Platform;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Coordination.Tests.Functional.Dapr;

/// <summary>Dapr's contract, both ways, against a real broker and a real region, with the files of <c>k8s/dapr</c> as they are. No sidecar has run: what stands in for one keeps to what its source says.</summary>
public abstract class DaprTests(DistributedRegion region)
{
    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : DaprTests(region);

    [Fact]
    public async Task What_the_region_tells_is_answered_by_service_invocation_and_passed_on_by_the_agencys_own_topic()
    {
        await using var desk = await RunningDesk.StartAsync(region);
        await desk.Sidecar.ConnectAsync(desk.Address);
        var report = await ReportAsync();
        await SubscribeAsync(report);
        await ProbeRegion.UntilAsync(async () => (await AcknowledgementsAsync(report)).Count > 0);
        await ProbeRegion.UntilAsync(async () => (await desk.NoticesAsync()).Any(n => n.Text("call") == $"v1/reports/{report}/acknowledge"));
        Assert.Equal(RunningDesk.Agency, Assert.Single(await AcknowledgementsAsync(report)).Text("byAgency"));
    }

    [Fact]
    public async Task What_the_app_cannot_do_now_comes_again_and_in_the_end_goes_to_the_dead_letters()
    {
        var nobody = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        await using var desk = await RunningDesk.StartAsync(region, nobody);
        await desk.Sidecar.ConnectAsync(desk.Address);
        var report = await ReportAsync();
        await SubscribeAsync(report);
        var letters = await desk.Broker.TakeAsync(l => l.Any(x => x.Subject == report.ToString()), $"dlq-{desk.Broker.Queue}");
        Assert.True(desk.Sidecar.Deliveries > desk.Sidecar.Retries);
        // The same message, as it was: whoever looks after it can give it to the app later.
        Assert.Equal("intake.report-received.v1", letters.Single(l => l.Subject == report.ToString()).Event.Text("type"));
        Assert.Empty(await AcknowledgementsAsync(report));
    }

    [Fact]
    public async Task A_message_that_is_no_event_is_dropped_and_holds_up_nothing()
    {
        await using var desk = await RunningDesk.StartAsync(region);
        var before = desk.Sidecar.Deliveries;
        Assert.True(await desk.Sidecar.DeliverAsync(new Uri(desk.Address, "/events"), "events", """{"no":"event"}"""u8.ToArray()));
        Assert.Equal(before + 1, desk.Sidecar.Deliveries);
        using var http = new HttpClient();
        foreach (var path in (string[])["/dapr/subscribe", "/notices"])
        {
            using var stranger = await http.GetAsync(new Uri(desk.Address, path), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        }
    }

    [Theory]
    [InlineData("exchangeKind", 406)]
    [InlineData("deletedWhenUnused", 406)]
    [InlineData("enableDeadLetter", 406)]
    [InlineData("routingKey", 403)]
    [InlineData("queueType", 406)]
    public async Task Where_a_default_of_dapr_stands_in_the_place_of_a_setting_the_broker_refuses_it(string forgotten, int refusal)
    {
        await using var desk = await RunningDesk.StartAsync(region);
        var settings = DaprFile.Read("pubsub.yaml").Settings().Where(s => s.Key != forgotten).ToDictionary();
        var metadata = new Dictionary<string, string> { ["routingKey"] = "fire.#", ["queueType"] = "quorum" };
        metadata.Remove(forgotten);
        await using var component = new RabbitComponent(settings, await desk.Broker.AddressAsync());
        var refused = await Assert.ThrowsAsync<OperationInterruptedException>(() => component.SubscribeAsync("events", metadata, _ => Task.FromResult(true)));
        Assert.Equal(refusal, refused.ShutdownReason!.ReplyCode);
    }

    /// <summary>A report to the agency; its id.</summary>
    private async Task<Guid> ReportAsync()
    {
        var report = (await region.Sender().SendAsync(Desk.Report().With("toAgency", RunningDesk.Agency))).Id();
        await region.QuietAsync();
        return report;
    }

    /// <summary>To this report and no other: what the agency was sent before is none of this scenario's.</summary>
    private async Task SubscribeAsync(Guid report)
    {
        var desk = region.As(RunningDesk.Agency, Roles.Integration);
        foreach (var old in (await desk.GetJsonAsync("/v1/subscriptions?limit=200")).GetProperty("items").EnumerateArray().Where(s => s.Text("kind") == "Amqp"))
        {
            using var ended = await desk.SendAsync(HttpMethod.Delete, $"/v1/subscriptions/{old.Id()}", null, old.GetProperty("version").GetInt32());
            await ended.JsonAsync();
        }
        using var made = await desk.PostAsync("/v1/subscriptions", new { name = "dapr", kind = "Amqp", filter = new { types = new[] { "intake.*" }, incidents = new[] { report } }, after = 0 });
        await made.JsonAsync();
    }

    private Task<List<JsonElement>> AcknowledgementsAsync(Guid report) => region.EventsAsync("intake.report-acknowledged.v1", report);
}
