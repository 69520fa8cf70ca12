using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coordination.CommandLine.Servers;
using Coordination.Contracts;

namespace Coordination.CommandLine.Provisioning;

/// <summary>
/// Makes at the broker what the instances of a region need and nothing that one could use against another: an exchange for each event type;
/// for each instance a quorum queue with its bindings, a queue for what cannot be handled, and a user with rights on its own names. Running it
/// again changes nothing.
/// </summary>
/// <param name="management">The management API, with an administrator's name and password.</param>
/// <param name="virtualHost">The region's virtual host.</param>
/// <param name="types">Every event type.</param>
/// <param name="takenBy">The event types that a service takes.</param>
internal sealed class BrokerProvision(Uri management, string virtualHost, IReadOnlyList<string> types, Func<string, IReadOnlyList<string>> takenBy)
{
    internal const string DefaultVirtualHost = "coordination";

    private const string Operator = "operator";

    /// <summary>Consumers ask all services here for events that were before they came.</summary>
    private const string History = "coordination.history";

    /// <summary>After so many deliveries that ended with the consumer's death, a message goes to the operator's queue.</summary>
    private const int DeliveryLimit = 20;

    /// <summary>The queue of an instance; an at sign is no part of a queue's name for all clients.</summary>
    internal static string QueueOf(string instance) => instance.Replace('@', '.');

    /// <summary>Where messages go that killed their consumer again and again.</summary>
    internal static string FailedOf(string instance) => $"{QueueOf(instance)}_error";

    /// <summary>For the events that the contracts know.</summary>
    internal static BrokerProvision ForRegion(Uri management, string virtualHost = DefaultVirtualHost) =>
        new(management, virtualHost, EventFlow.Types, EventFlow.TakenBy);

    /// <summary>Writes each instance's connection string to <c>secrets/instance.broker</c>; a password that is there stays.</summary>
    /// <param name="instances"><c>intake</c>, <c>resources@fire</c> and so on.</param>
    /// <param name="secrets">Folder of the secrets.</param>
    /// <param name="address">Host and port of AMQP as the services see it; null: the management API's host, and the port it names.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ServerException">Says what was refused.</exception>
    internal async Task RunAsync(IReadOnlyList<string> instances, string secrets, string? address, CancellationToken ct)
    {
        using var rabbit = new RabbitManagement(management);
        address ??= $"{rabbit.Host}:{await AmqpPortAsync(rabbit, ct)}";
        await rabbit.PutAsync(RabbitManagement.Path("vhosts", virtualHost), new { }, ct);
        await rabbit.PutAsync(
            RabbitManagement.Path("permissions", virtualHost, Uri.UnescapeDataString(management.UserInfo.Split(':')[0])), new { configure = ".*", write = ".*", read = ".*" }, ct);
        // Queues and bindings come before the right to write: no event finds an exchange that leads nowhere yet.
        foreach (var exchange in types.Append(History))
            await rabbit.PutAsync(RabbitManagement.Path("exchanges", virtualHost, exchange), new { type = "fanout", durable = true, auto_delete = false, arguments = new { } }, ct);
        foreach (var instance in instances) await QueueAsync(rabbit, instance, ct);
        Directory.CreateDirectory(secrets);
        foreach (var instance in instances)
        {
            var own = Regex.Escape(QueueOf(instance));
            var written = types.Where(t => EventFlow.MayWrite(instance.Split('@')[0], t)).Append(History).Select(Regex.Escape);
            await UserAsync(rabbit, instance, "", new { configure = $"^{own}$", write = $"^({string.Join('|', written.Prepend(own))})$", read = $"^{own}$" }, secrets, address, ct);
        }
        // An operator may put a message back into its queue under its sender's name, and sees nothing but what was set aside.
        await UserAsync(rabbit, Operator, "impersonator", new { configure = "^$", write = @"^amq\.default$", read = "_error$" }, secrets, address, ct);
    }

    private async Task QueueAsync(RabbitManagement rabbit, string instance, CancellationToken ct)
    {
        var (queue, failed) = (QueueOf(instance), FailedOf(instance));
        await rabbit.PutAsync(RabbitManagement.Path("queues", virtualHost, failed), new { durable = true, arguments = new Dictionary<string, object> { ["x-queue-type"] = "quorum" } }, ct);
        // A policy, not the queue's own arguments: it can be changed while messages wait.
        await rabbit.PutAsync(RabbitManagement.Path("policies", virtualHost, queue), new Dictionary<string, object>
        {
            ["pattern"] = $"^{Regex.Escape(queue)}$",
            ["apply-to"] = "queues",
            ["definition"] = new Dictionary<string, object>
            {
                ["delivery-limit"] = DeliveryLimit,
                ["dead-letter-exchange"] = "",
                ["dead-letter-routing-key"] = failed,
                ["dead-letter-strategy"] = "at-least-once",
                ["overflow"] = "reject-publish",
            },
        }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("queues", virtualHost, queue), new
        {
            durable = true,
            arguments = new Dictionary<string, object> { ["x-queue-type"] = "quorum", ["x-single-active-consumer"] = true },
        }, ct);
        await BindAsync(rabbit, queue, takenBy(instance.Split('@')[0]), ct);
    }

    private async Task BindAsync(RabbitManagement rabbit, string queue, IReadOnlyList<string> takes, CancellationToken ct)
    {
        var wanted = takes.Append(History).ToHashSet(StringComparer.Ordinal);
        foreach (var exchange in wanted)
            await rabbit.PostAsync(RabbitManagement.Path("bindings", virtualHost, "e", exchange, "q", queue), new { routing_key = "", arguments = new { } }, ct);
        var known = types.ToHashSet(StringComparer.Ordinal);
        foreach (var binding in (await rabbit.GetAsync($"{RabbitManagement.Path("queues", virtualHost, queue)}/bindings", ct))!.AsArray())
            if (binding!["source"]!.GetValue<string>() is var source && known.Contains(source) && !wanted.Contains(source))
                await rabbit.DeleteAsync(RabbitManagement.Path("bindings", virtualHost, "e", source, "q", queue, binding["properties_key"]!.GetValue<string>()), ct);
    }

    private async Task UserAsync(RabbitManagement rabbit, string user, string tags, object rights, string secrets, string address, CancellationToken ct)
    {
        var secret = Path.Combine(secrets, $"{user}.broker");
        var password = File.Exists(secret) && Uri.TryCreate(await File.ReadAllTextAsync(secret, ct), UriKind.Absolute, out var kept) && kept.UserInfo.Split(':') is [_, { Length: > 0 } known]
            ? Uri.UnescapeDataString(known)
            : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await rabbit.PutAsync(RabbitManagement.Path("users", user), new { password, tags }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("permissions", virtualHost, user), rights, ct);
        await Secret.WriteAsync(secret, $"amqp://{Uri.EscapeDataString(user)}:{password}@{address}/{Uri.EscapeDataString(virtualHost)}", ct);
    }

    /// <summary>A broker that has just started names its listeners a moment later.</summary>
    private static async Task<int> AmqpPortAsync(RabbitManagement rabbit, CancellationToken ct)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(30); DateTimeOffset.UtcNow < until; await Task.Delay(100, ct))
            if ((await rabbit.GetAsync("/api/overview", ct))?["listeners"] is JsonArray listeners
                && listeners.FirstOrDefault(l => l!["protocol"]!.GetValue<string>() == "amqp") is { } amqp) return amqp["port"]!.GetValue<int>();
        throw new ServerException(Language.Say($"The broker's management API names no AMQP listener."));
    }
}
