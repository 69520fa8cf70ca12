using System.Text;
using System.Text.Json;
using Coordination.CommandLine.Provisioning;
using Coordination.Contracts;
using Coordination.Tests.Functional.Broker;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Platform;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>What an agency took from a queue of its own.</summary>
internal sealed record Letter(ReadOnlyMemory<byte> Body, string Key, IReadOnlyBasicProperties Properties)
{
    internal JsonElement Event { get; } = JsonSerializer.Deserialize<JsonElement>(Body.Span, Wire.Json);

    internal string Subject => Event.Text("subject");

    internal long Position => Convert.ToInt64(Properties.Headers!["coordination-position"], provider: null);
}

/// <summary>An agency at the broker of a region of processes, with nothing but the connection string that it was given.</summary>
internal sealed class AgencyBroker(DistributedRegion region, string agency)
{
    internal string User => AgencyProvision.UserOf(agency);

    internal string Queue => AgencyProvision.QueueOf(agency);

    private string Secret => Path.Combine(region.Secrets, $"{User}.broker");

    internal async Task<AgencyBroker> ProvisionAsync()
    {
        await new AgencyProvision(region.Running.Rabbit!.Management).RunAsync([agency], region.Secrets, null, CancellationToken.None);
        return this;
    }

    /// <summary>Waits until the queue would survive the broker's death.</summary>
    internal Task KeptAsync() => KeptQueues.InAsync(Path.Combine(region.Folder, "rabbitmq"), Queue);

    internal Task<string> AddressAsync() => File.ReadAllTextAsync(Secret);

    internal async Task<IConnection> ConnectAsync(string? host = null)
    {
        var factory = new ConnectionFactory { Uri = new Uri(await AddressAsync()), AutomaticRecoveryEnabled = false, ContinuationTimeout = TimeSpan.FromMinutes(1) };
        if (host is not null) factory.VirtualHost = host;
        return await factory.CreateConnectionAsync();
    }

    /// <summary>Takes one after the other from a queue until that is enough; what it did not take stays there. A broker that is not ready yet is asked again.</summary>
    internal async Task<IReadOnlyList<Letter>> TakeAsync(Func<IReadOnlyList<Letter>, bool> enough, string? queue = null)
    {
        var letters = new List<Letter>();
        await ProbeRegion.UntilAsync(async () =>
        {
            try
            {
                await using var connection = await ConnectAsync();
                await using var channel = await connection.CreateChannelAsync();
                while (await channel.BasicGetAsync(queue ?? Queue, autoAck: false) is { } got)
                {
                    letters.Add(new(got.Body.ToArray(), got.RoutingKey, got.BasicProperties));
                    await channel.BasicAckAsync(got.DeliveryTag, multiple: false);
                    if (enough(letters)) return true;
                }
                return false;
            }
            catch (Exception e) when (e is TaskCanceledException or RabbitMQClientException)
            {
                return false;
            }
        });
        return letters;
    }

    /// <summary>The broker's reply code, or null when it let the agency do it.</summary>
    /// <param name="act">What it tries.</param>
    /// <param name="host">In another virtual host than its own.</param>
    internal async Task<int?> RefusalAsync(Func<IChannel, Task> act, string? host = null)
    {
        try
        {
            await using var connection = await ConnectAsync(host);
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
            await act(channel);
            return null;
        }
        catch (OperationInterruptedException e)
        {
            return e.ShutdownReason?.ReplyCode;
        }
        catch (BrokerUnreachableException e) when (e.GetBaseException() is OperationInterruptedException refused)
        {
            return refused.ShutdownReason?.ReplyCode;
        }
    }
}
