using System.Text.Json.Nodes;
using Coordination.CommandLine.Provisioning;
using Coordination.Tests.Functional.Platform;
using RabbitMQ.Client;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>What an agency's own password opens at the broker, and what it does not.</summary>
public abstract class AmqpRightsTests(DistributedRegion region)
{
    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AmqpRightsTests(region);

    [Theory]
    [InlineData("#")]
    [InlineData("")]
    [InlineData("*.command.#")]
    [InlineData("police.#")]
    [InlineData("exercise.#")]
    [InlineData("exercise.police.#")]
    public async Task Binding_keys_that_are_not_its_own_is_refused_by_the_broker(string key)
    {
        var fire = await AgencyAsync();
        Assert.Equal(403, await fire.RefusalAsync(c => c.QueueBindAsync(fire.Queue, "events", key)));
    }

    [Fact]
    public async Task Its_own_keys_may_be_bound_to_queues_of_its_own_name_and_to_no_others()
    {
        var fire = await AgencyAsync();
        Assert.Null(await fire.RefusalAsync(async c =>
        {
            var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
            await c.QueueDeclareAsync("fire-rights-desk", durable: true, exclusive: false, autoDelete: false, arguments);
            await c.QueueBindAsync("fire-rights-desk", "events", "fire-rights.intake.#");
            await c.QueueBindAsync("fire-rights-desk", "events", "exercise.fire-rights.#");
            await c.QueueDeleteAsync("fire-rights-desk");
        }));
        Assert.Equal(403, await fire.RefusalAsync(c => c.QueueDeclareAsync("police-desk", durable: true, exclusive: false, autoDelete: false)));
        Assert.Equal(403, await fire.RefusalAsync(c => c.ExchangeDeclareAsync("police-units", "topic", durable: true)));
    }

    [Fact]
    public async Task What_stands_in_its_exchange_was_written_by_the_region()
    {
        var fire = await AgencyAsync();
        Assert.Equal(403, await fire.RefusalAsync(c => c.BasicPublishAsync("events", "fire-rights.intake.report-received.v1.x", false, new BasicProperties(), new byte[1]).AsTask()));
        Assert.Equal(403, await fire.RefusalAsync(c => c.BasicPublishAsync("", fire.Queue, false, new BasicProperties(), new byte[1]).AsTask()));
    }

    [Fact]
    public async Task Its_password_opens_no_other_virtual_host()
    {
        var (fire, police) = (await AgencyAsync(), "police-rights");
        await new AgencyBroker(region, police).ProvisionAsync();
        foreach (var host in (string[])[$"coordination.{police}", "coordination", "/"]) Assert.Equal(530, await fire.RefusalAsync(_ => Task.CompletedTask, host));
    }

    [Fact]
    public async Task Provisioning_again_changes_nothing()
    {
        var fire = await AgencyAsync();
        var before = await fire.AddressAsync();
        await fire.ProvisionAsync();
        Assert.Equal(before, await fire.AddressAsync());
        await using var open = await fire.ConnectAsync();
        Assert.True(open.IsOpen);
    }

    /// <summary>A policy that names what a kind of queue does not know holds for none of that kind, and the broker does not say so.</summary>
    [Fact]
    public async Task Every_queue_of_an_agency_has_a_limit_and_refuses_what_is_beyond_it()
    {
        var fire = await AgencyAsync();
        using var rabbit = new RabbitManagement(region.Running.Rabbit!.Management);
        foreach (var (queue, strategy) in new[] { (fire.Queue, "at-least-once"), ($"dlq-{fire.Queue}", null) })
        {
            JsonNode? policy = null;
            // The broker tells of a queue some seconds after it was made.
            await ProbeRegion.UntilAsync(async () =>
                (policy = (await rabbit.GetAsync(RabbitManagement.Path("queues", "coordination.fire-rights", queue), CancellationToken.None))?["effective_policy_definition"]) is JsonObject { Count: > 0 });
            Assert.Equal((104857600, "reject-publish", strategy), (policy!["max-length-bytes"]!.GetValue<int>(), policy["overflow"]!.GetValue<string>(), policy["dead-letter-strategy"]?.GetValue<string>()));
        }
    }

    private Task<AgencyBroker> AgencyAsync() => new AgencyBroker(region, "fire-rights").ProvisionAsync();
}
