using System.Text.Json;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Platform;
using RabbitMQ.Client;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>Events reach an agency's own queue at the region's broker: in order, at least once, whatever broker, region and queue do meanwhile.</summary>
public abstract class AmqpTests(DistributedRegion region)
{
    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AmqpTests(region);

    [Fact]
    public async Task Events_wait_for_the_agency_to_be_provisioned_and_survive_the_end_of_the_broker()
    {
        var station = new Station(region);
        var queue = new AgencyBroker(region, station.Agency);
        var report = Guid.Parse(await station.ReportAsync());
        await region.QuietAsync();
        var subscription = await station.SubscribeAsync(new { name = "queue", kind = "Amqp", filter = new { types = new[] { "intake.*" }, incidents = new[] { report } }, after = 0 });
        await HoldsAsync(station, subscription, "NotProvisioned");
        await queue.ProvisionAsync();
        await DecideAsync(report, "triage", new { priority = "Urgent" });
        var heard = (await queue.TakeAsync(l => l.Count > 0)).ToList();
        await queue.KeptAsync();
        // It has something to be given, whoever else was here.
        var other = new Station(region);
        await other.ReportAsync();
        await region.QuietAsync();
        await region.Running.Rabbit!.KillAsync();
        await DecideAsync(report, "begin-verification");
        var waiting = await other.SubscribeAsync(new { name = "queue", kind = "Amqp", after = 0 });
        await HoldsAsync(other, waiting, "BrokerAway");
        using (var ended = await other.Api.SendAsync(HttpMethod.Delete, $"/v1/subscriptions/{waiting.Id()}", null, 1)) await ended.JsonAsync();
        await region.Running.Rabbit.StartAsync(CancellationToken.None);
        await DecideAsync(report, "verify", new { });
        await region.QuietAsync();
        var log = await LogAsync(station, report);
        heard.AddRange(await queue.TakeAsync(l => l.Any(x => x.Properties.MessageId == log[^1].Id)));
        // What was given and not yet written down is given again: that is the promise.
        Assert.Equal(log, heard.Select(l => (l.Position, l.Properties.MessageId!)).Distinct());
        Assert.All(heard, l =>
        {
            Assert.Equal(("application/cloudevents+json", "exchange", DeliveryModes.Persistent), (l.Properties.ContentType, l.Properties.UserId, l.Properties.DeliveryMode));
            Assert.Equal((l.Event.Text("id"), l.Event.Text("type")), (l.Properties.MessageId, l.Properties.Type));
            Assert.Equal($"{station.Agency}.{l.Event.Text("type")}.{report}", l.Key);
        });
    }

    [Fact]
    public async Task A_full_queue_holds_up_its_own_agency_and_loses_nothing()
    {
        var (slow, quick) = (new Station(region), new Station(region));
        var (first, second) = (await new AgencyBroker(region, slow.Agency).ProvisionAsync(), await new AgencyBroker(region, quick.Agency).ProvisionAsync());
        var small = $"{slow.Agency}-small";
        Assert.Null(await first.RefusalAsync(async c =>
        {
            await c.QueueDeclareAsync(small, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-max-length"] = 2 });
            await c.QueueBindAsync(small, "events", $"{slow.Agency}.#");
        }));
        var subscription = await slow.SubscribeAsync(new { name = "queue", kind = "Amqp", filter = slow.Filter });
        await quick.SubscribeAsync(new { name = "queue", kind = "Amqp", filter = slow.Filter });
        var sent = new List<string>();
        for (var n = 0; n < 6; n++) sent.Add(await slow.ReportAsync(quick.Agency));
        await HoldsAsync(slow, subscription, "QueueFull");
        var taken = await second.TakeAsync(l => sent.All(s => l.Any(x => x.Subject == s)));
        Assert.Equal(sent.Count, taken.Select(l => l.Properties.MessageId).Distinct().Count());
        Assert.Equal("QueueFull", (await slow.ReadAsync(subscription)).Text("hold"));
        var late = await first.TakeAsync(l => sent.All(s => l.Any(x => x.Subject == s)), small);
        Assert.Equal(taken.Select(l => l.Properties.MessageId).Distinct().Order(), late.Select(l => l.Properties.MessageId).Distinct().Order());
        await HoldsAsync(slow, subscription, null);
        // The other queue of the agency may have been given again what the full one refused, under the same ids.
        Assert.Equal(taken.Select(l => l.Properties.MessageId).Distinct().Order(), (await first.TakeAsync(l => sent.All(s => l.Any(x => x.Subject == s)))).Select(l => l.Properties.MessageId).Distinct().Order());
    }

    [Fact]
    public async Task An_event_that_no_queue_takes_waits_for_one()
    {
        var station = new Station(region);
        var queue = await new AgencyBroker(region, station.Agency).ProvisionAsync();
        Assert.Null(await queue.RefusalAsync(c => c.QueueUnbindAsync(queue.Queue, "events", $"{station.Agency}.#")));
        var subscription = await station.SubscribeAsync(new { name = "queue", kind = "Amqp", filter = station.Filter });
        var sent = new[] { await station.ReportAsync(), await station.ReportAsync() };
        await HoldsAsync(station, subscription, "NoQueue");
        Assert.Null(await queue.RefusalAsync(c => c.QueueBindAsync(queue.Queue, "events", $"{station.Agency}.intake.#")));
        var taken = await queue.TakeAsync(l => sent.All(s => l.Any(x => x.Subject == s)));
        Assert.Equal(sent.Order(), taken.Select(l => l.Subject).Distinct().Order());
        await HoldsAsync(station, subscription, null);
    }

    /// <summary>The other replica is what it wrote into the cursor: its turn, and a lease that it does not live to renew.</summary>
    [Fact]
    public async Task What_was_put_into_a_queue_while_another_replica_took_over_is_not_written_down_and_comes_again()
    {
        var station = new Station(region);
        var queue = await new AgencyBroker(region, station.Agency).ProvisionAsync();
        var subscription = await station.SubscribeAsync(new { name = "queue", kind = "Amqp", filter = station.Filter });
        var first = await station.ReportAsync();
        var before = await queue.TakeAsync(l => l.Any(x => x.Subject == first));
        await using var cursors = new ExchangeRows(region);
        await ProbeRegion.UntilAsync(async () => await cursors.PositionAsync(subscription.Id()) >= before[^1].Position);
        Letter? given = null;
        for (var rounds = 0; given is null; rounds++)
        {
            Assert.True(rounds < 10, "the replica was never overtaken at work");
            // A replica that has rested for long looks whose turn it is before it gives; only one at work is overtaken.
            var stood = await cursors.TakeOverAsync(subscription.Id(), "exchange/gone", DateTimeOffset.UtcNow + TimeSpan.FromSeconds(5));
            var late = await station.ReportAsync();
            var last = (await queue.TakeAsync(l => l.Any(x => x.Subject == late)))[^1];
            var (owner, position) = await cursors.OwnerAsync(subscription.Id());
            if (owner != "exchange/gone") continue;
            Assert.Equal(stood, position);
            given = last;
        }
        // The lease ends; whoever has the cursor then begins where it stands.
        await queue.TakeAsync(l => l.Any(x => x.Properties.MessageId == given.Properties.MessageId));
        await ProbeRegion.UntilAsync(async () => await cursors.PositionAsync(subscription.Id()) >= given.Position);
    }

    [Fact]
    public async Task An_agency_is_given_what_it_may_see_and_nothing_of_an_exercise_with_what_is_real()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "Boats", toAgency = "boats", addresseeKind = "Agency", addressee = "boats" } });
        await region.QuietAsync(scene.Exercise);
        var (boats, harbour) = (await new AgencyBroker(region, "boats").ProvisionAsync(), await new AgencyBroker(region, "harbour").ProvisionAsync());
        foreach (var agency in (string[])["boats", "harbour"])
        {
            var broker = new AgencyBroker(region, agency);
            Assert.Null(await broker.RefusalAsync(async c =>
            {
                await c.QueueDeclareAsync($"{agency}-exercise", durable: true, exclusive: false, autoDelete: false);
                await c.QueueBindAsync($"{agency}-exercise", "events", $"exercise.{agency}.#");
            }));
            using var made = await region.As(agency, Coordination.Contracts.Roles.Integration).In(scene.Exercise!.Value).PostAsync("/v1/subscriptions", new { name = "queue", kind = "Amqp", after = 0 });
            await made.JsonAsync();
        }
        var seen = await boats.TakeAsync(l => l.Any(x => x.Properties.Type == "command.order-issued.v1"), "boats-exercise");
        Assert.Contains(seen, l => l.Subject == incident.ToString() && l.Properties.Type == "command.incident-opened.v1");
        Assert.All(seen, l => Assert.StartsWith("exercise.boats.", l.Key, StringComparison.Ordinal));
        var last = (await region.As("harbour", Coordination.Contracts.Roles.Integration).In(scene.Exercise!.Value).GetJsonAsync("/v1/events?limit=200")).GetProperty("items").EnumerateArray().Last();
        var strangers = await harbour.TakeAsync(l => l.Any(x => x.Properties.MessageId == last.GetProperty("event").Text("id")), "harbour-exercise");
        Assert.DoesNotContain(strangers, l => l.Subject == incident.ToString());
        foreach (var broker in (AgencyBroker[])[boats, harbour])
        {
            await using var connection = await broker.ConnectAsync();
            await using var channel = await connection.CreateChannelAsync();
            Assert.Equal(0u, await channel.MessageCountAsync(broker.Queue));
        }
    }

    [Fact]
    public async Task An_agency_has_one_exchange_and_one_subscription_to_it()
    {
        var station = new Station(region);
        var made = await station.SubscribeAsync(new { name = "queue", kind = "Amqp", filter = station.Filter });
        using (var second = await station.Api.PostAsync("/v1/subscriptions", new { name = "again", kind = "Amqp" })) await second.ProblemAsync(409, "amqp-subscribed-already");
        using (var address = await station.Api.PostAsync("/v1/subscriptions", new { name = "again", kind = "Amqp", url = "https://hooks.example" })) Assert.Equal(409, (int)address.StatusCode);
        using (var ended = await station.Api.SendAsync(HttpMethod.Delete, $"/v1/subscriptions/{made.Id()}", null, 1)) await ended.JsonAsync();
        await station.SubscribeAsync(new { name = "again", kind = "Amqp" });
    }

    private Task DecideAsync(Guid report, string verb, object? body = null) => region.Officer().DecideAsync($"/v1/reports/{report}", verb, body);

    private static Task HoldsAsync(Station station, JsonElement subscription, string? hold) => ProbeRegion.UntilAsync(async () =>
        ((await station.ReadAsync(subscription)).TryGetProperty("hold", out var why) ? why.GetString() : null) == hold);

    private static async Task<List<(long Position, string Id)>> LogAsync(Station station, Guid report) =>
        [.. (await station.Api.GetJsonAsync($"/v1/events?subject={report}&type=intake.*&limit=200")).GetProperty("items").EnumerateArray()
            .Select(i => (i.GetProperty("position").GetInt64(), i.GetProperty("event").Text("id")))];
}
