using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Servers;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;
using Coordination.Tests.Functional.Platform;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Coordination.Tests.Functional.Broker;

/// <summary>A private broker, provisioned for a probe, two watchers and the clocks they keep.</summary>
public sealed class BrokerFixture : IAsyncLifetime
{
    internal static readonly string[] Instances = ["probe", "probe@fire", "watcher", "second"];
    private static readonly string[] Types = ["probe.raised.v1", "probe.other.v1", "clocks.clock-changed.v1", "command.exercise-time-changed.v1"];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"broker-{Guid.NewGuid():N}");

    internal LocalRabbit Rabbit { get; private set; } = null!;

    private string VirtualHost { get; set; } = "";

    internal string Secrets => Path.Combine(folder, VirtualHost);

    internal BrokerProvision Provision => new(Rabbit.Management, VirtualHost, Types,
        service => service is "watcher" or "second" ? ["probe.raised.v1", "command.exercise-time-changed.v1"] : ["command.exercise-time-changed.v1"]);

    public async ValueTask InitializeAsync()
    {
        Rabbit = await LocalRabbit.StartAsync(Path.Combine(folder, "rabbit"), CancellationToken.None);
        await FreshAsync();
    }

    /// <summary>Another region on the same broker: its own virtual host, nothing in its queues.</summary>
    internal Task FreshAsync()
    {
        VirtualHost = $"region-{Guid.NewGuid():N}";
        return Provision.RunAsync(Instances, Secrets, null, CancellationToken.None);
    }

    /// <summary>Waits until the instances' queues would survive the broker's death.</summary>
    internal Task KeptAsync() => KeptQueues.InAsync(Path.Combine(folder, "rabbit"), [.. Instances.Select(i => $"{VirtualHost}_{BrokerProvision.QueueOf(i)}")]);

    public async ValueTask DisposeAsync()
    {
        await Rabbit.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal string SecretOf(string instance) => Path.Combine(Secrets, $"{instance}.broker");

    /// <summary>A connection with an instance's own user, as anybody with its password could open.</summary>
    internal async Task<IConnection> ConnectAsync(string instance) =>
        await new ConnectionFactory { Uri = new Uri(await File.ReadAllTextAsync(SecretOf(instance))) }.CreateConnectionAsync();

    /// <summary>Takes an instance's messages and dies with them, until the broker gives up on so many.</summary>
    internal async Task KillConsumersAsync(string instance, uint messages)
    {
        await using var admin = await ConnectAsAdministratorAsync();
        await using var look = await admin.CreateChannelAsync();
        await ProbeRegion.UntilAsync(async () =>
        {
            await using (var dying = await ConnectAsync(instance))
            await using (var channel = await dying.CreateChannelAsync())
            {
                var given = new TaskCompletionSource();
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += (_, _) => Task.FromResult(given.TrySetResult());
                await channel.BasicConsumeAsync(BrokerProvision.QueueOf(instance), autoAck: false, consumer);
                await Task.WhenAny(given.Task.WaitAsync(TimeSpan.FromSeconds(1)));
            }
            return await look.MessageCountAsync(BrokerProvision.FailedOf(instance)) == messages;
        });
    }

    internal async Task<IConnection> ConnectAsAdministratorAsync() => await new ConnectionFactory
    {
        HostName = "127.0.0.1",
        Port = Rabbit.Port,
        VirtualHost = VirtualHost,
        UserName = Rabbit.Management.UserInfo.Split(':')[0],
        Password = Rabbit.Management.UserInfo.Split(':')[1],
    }.CreateConnectionAsync();
}
