using System.Globalization;
using Coordination.CommandLine.Provisioning;
using RabbitMQ.Client;

namespace Coordination.Tests.Chaos;

/// <summary>At rest the broker holds nothing: neither what waits for a consumer nor what killed one.</summary>
internal static class QueueRegister
{
    internal static async Task<Cell> CheckAsync(Uri management, IReadOnlyList<string> instances, CancellationToken ct)
    {
        var lost = new List<string>();
        await using var connection = await AdministratorAsync(management, ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var queues = instances.SelectMany(i => new[] { BrokerProvision.QueueOf(i), BrokerProvision.FailedOf(i) }).ToList();
        foreach (var queue in queues)
            if (await channel.MessageCountAsync(queue, ct) is > 0 and var count) lost.Add($"{count} messages are left in {queue}");
        return Cell.Of("queues", queues.Count, queues.Count - lost.Count, 0, lost, [], []);
    }

    private static async Task<IConnection> AdministratorAsync(Uri management, CancellationToken ct)
    {
        using var rabbit = new RabbitManagement(management);
        var listener = (await rabbit.GetAsync("/api/overview", ct))!["listeners"]!.AsArray().First(l => $"{l!["protocol"]}" == "amqp")!;
        var user = management.UserInfo.Split(':');
        return await new ConnectionFactory
        {
            HostName = management.Host,
            Port = int.Parse($"{listener["port"]}", CultureInfo.InvariantCulture),
            VirtualHost = BrokerProvision.DefaultVirtualHost,
            UserName = user[0],
            Password = user[1],
            ClientProvidedName = "checker",
        }.CreateConnectionAsync(ct);
    }
}
