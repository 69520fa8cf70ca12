using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Coordination.Tests.Functional.Broker;

/// <summary>What an instance's own password opens at the broker, and what it does not.</summary>
public sealed class RightsTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    [Fact]
    public async Task An_instance_cannot_read_anothers_queue()
    {
        Assert.Equal(403, await RefusalAsync("probe", c => c.BasicGetAsync("watcher", autoAck: false)));
        Assert.Equal(403, await RefusalAsync("watcher", c => c.BasicGetAsync("watcher_error", autoAck: false)));
        Assert.Null(await RefusalAsync("watcher", c => c.BasicConsumeAsync("watcher", autoAck: false, new AsyncEventingBasicConsumer(c))));
    }

    [Fact]
    public async Task An_instance_cannot_publish_another_services_event()
    {
        var e = RawEvents.Make(Guid.NewGuid(), 1);
        Assert.Equal(403, await RefusalAsync("watcher", c => c.BasicPublishAsync("probe.raised.v1", "", false, Own("watcher"), new byte[1]).AsTask()));
        Assert.Equal(403, await RefusalAsync("probe", c => c.BasicPublishAsync("", "watcher", false, Own("probe"), new byte[1]).AsTask()));
        Assert.Equal(403, await RefusalAsync("probe", c => c.BasicPublishAsync("watcher", "", false, Own("probe"), new byte[1]).AsTask(), made: "watcher"));
        Assert.Null(await RefusalAsync("probe", c => c.BasicPublishAsync(e.Type, "", false, Own("probe"), new byte[1]).AsTask()));
    }

    [Fact]
    public async Task An_instance_cannot_name_itself_as_another() =>
        Assert.Equal(406, await RefusalAsync("probe", c => c.BasicPublishAsync("probe.raised.v1", "", false, Own("probe@fire"), new byte[1]).AsTask()));

    [Fact]
    public async Task An_instance_cannot_listen_in_on_events_it_was_not_given()
    {
        Assert.Equal(403, await RefusalAsync("watcher", c => c.QueueBindAsync("watcher", "probe.other.v1", "")));
        Assert.Equal(403, await RefusalAsync("watcher", c => c.QueueDeclareAsync("mine", durable: true, exclusive: false, autoDelete: false)));
        Assert.Equal(403, await RefusalAsync("watcher", c => c.QueueDeleteAsync("probe")));
        Assert.Equal(403, await RefusalAsync("watcher", c => c.ExchangeDeleteAsync("probe.raised.v1")));
    }

    [Fact]
    public async Task Provisioning_again_changes_nothing()
    {
        var before = await File.ReadAllTextAsync(broker.SecretOf("probe@fire"));
        await broker.Provision.RunAsync(BrokerFixture.Instances, broker.Secrets, null, CancellationToken.None);
        Assert.Equal(before, await File.ReadAllTextAsync(broker.SecretOf("probe@fire")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(broker.SecretOf("probe@fire")));
        await using var open = await broker.ConnectAsync("probe@fire");
        Assert.True(open.IsOpen);
    }

    private static BasicProperties Own(string user) => new() { UserId = user };

    /// <summary>The broker's reply code, or null when it let the caller do it.</summary>
    private async Task<int?> RefusalAsync(string user, Func<IChannel, Task> act, string? made = null)
    {
        await using var connection = await broker.ConnectAsync(user);
        if (made is not null)
        {
            await using var admin = await broker.ConnectAsAdministratorAsync();
            await using var making = await admin.CreateChannelAsync();
            await making.ExchangeDeclareAsync(made, ExchangeType.Fanout, durable: true);
        }
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        try
        {
            await act(channel);
            return null;
        }
        catch (OperationInterruptedException e)
        {
            return e.ShutdownReason?.ReplyCode;
        }
    }
}
