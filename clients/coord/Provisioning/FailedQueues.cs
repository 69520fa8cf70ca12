using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Deferred;
using Coordination.CommandLine.Servers;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Coordination.CommandLine.Provisioning;

/// <summary>
/// The queues of messages that killed their consumer again and again. A message leaves its queue only when it is safely elsewhere, or when
/// an operator discards it; one that is only looked at is given back.
/// </summary>
/// <param name="broker">The operator's connection string, from the provisioned secrets.</param>
/// <param name="instances">The instances whose queues are looked into.</param>
internal sealed class FailedQueues(Uri broker, IReadOnlyList<string> instances) : IDeferredPlace
{
    public async Task<IReadOnlyList<DeferredItem>> ListAsync(CancellationToken ct)
    {
        var items = new List<DeferredItem>();
        await EachAsync((_, instance, message) =>
        {
            items.Add(Item(instance, message));
            return Task.FromResult(false);
        }, ct);
        return items;
    }

    /// <summary>Puts it back into its consumer's queue, still under its sender's name.</summary>
    public Task<bool> RetryAsync(string id, CancellationToken ct) => EachAsync(async (channel, instance, message) =>
    {
        if (IdOf(message) != id) return false;
        await channel.BasicPublishAsync("", BrokerProvision.QueueOf(instance), mandatory: true, new BasicProperties(message.BasicProperties), message.Body, ct);
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, ct);
        return true;
    }, ct);

    public Task<bool> DiscardAsync(string id, CancellationToken ct) => EachAsync(async (channel, _, message) =>
    {
        if (IdOf(message) != id) return false;
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, ct);
        return true;
    }, ct);

    /// <summary>Visits every message until the visitor says true. Closing the channel gives back what was not acknowledged.</summary>
    private async Task<bool> EachAsync(Func<IChannel, string, BasicGetResult, Task<bool>> visit, CancellationToken ct)
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = broker, ClientProvidedName = "coord" }.CreateConnectionAsync(ct);
            foreach (var instance in instances)
            {
                await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), ct);
                while (await channel.BasicGetAsync(BrokerProvision.FailedOf(instance), autoAck: false, ct) is { } message)
                    if (await visit(channel, instance, message)) return true;
            }
            return false;
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException)
        {
            throw new ServerException(Language.Say($"The broker at {broker.Host}:{broker.Port} cannot be asked: {(e.InnerException ?? e).Message}"));
        }
    }

    private static DeferredItem Item(string instance, BasicGetResult message)
    {
        var properties = message.BasicProperties;
        var details = new JsonObject
        {
            ["id"] = IdOf(message),
            ["queue"] = BrokerProvision.FailedOf(instance),
            ["type"] = properties.Type,
            ["sender"] = properties.UserId,
            ["bytes"] = message.Body.Length,
        };
        foreach (var (name, value) in properties.Headers ?? new Dictionary<string, object?>())
            if (value is long or int or byte[]) details[name] = value is byte[] text ? Encoding.UTF8.GetString(text) : $"{value}";
        return new(IdOf(message), BrokerProvision.FailedOf(instance), properties.Type ?? "", properties.UserId ?? "", "not handled within the delivery limit", details);
    }

    private static string IdOf(BasicGetResult message) =>
        message.BasicProperties.MessageId is { Length: > 0 } id ? id : Convert.ToHexStringLower(SHA256.HashData(message.Body.Span))[..16];
}
