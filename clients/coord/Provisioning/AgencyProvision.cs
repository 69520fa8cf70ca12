using System.Text.RegularExpressions;

namespace Coordination.CommandLine.Provisioning;

/// <summary>
/// Makes at the broker what an agency needs to take its events by AMQP: a virtual host of its own, in which the region writes and the agency reads one topic
/// exchange; a queue for all its events, declared as Dapr's component for RabbitMQ would declare it; and a user who makes more queues under the agency's name and
/// binds them to the agency's own keys alone. Running it again changes nothing.
/// </summary>
/// <param name="management">The management API, with an administrator's name and password.</param>
/// <param name="region">The region's virtual host, which goes before the agency's.</param>
internal sealed partial class AgencyProvision(Uri management, string region = BrokerProvision.DefaultVirtualHost)
{
    /// <summary>The one exchange.</summary>
    internal const string Exchange = "events";

    /// <summary>Queues, and connections, of one agency.</summary>
    private const int Most = 50;

    /// <summary>The service that writes it.</summary>
    private const string Writer = "exchange";

    /// <summary>What waits in one queue at most. Then the region's cursor waits: nothing is dropped.</summary>
    private const long MostBytes = 100 * 1024 * 1024;

    /// <summary>An agency of the name that marks exercises could not tell one's keys from the other's.</summary>
    internal static bool IsName(string agency) => agency != "exercise" && Name().IsMatch(agency);

    internal static string VirtualHostOf(string region, string agency) => $"{region}.{agency}";

    /// <summary>Instances are users too; none has a point in its name.</summary>
    internal static string UserOf(string agency) => $"agency.{agency}";

    /// <summary>The queue of all events that are no exercise's: consumer and topic, as Dapr names it for a consumer that is named after the agency.</summary>
    internal static string QueueOf(string agency) => $"{agency}-{Exchange}";

    /// <summary>Writes each agency's connection string to <c>secrets/agency.fire.broker</c>; a password that is there stays.</summary>
    /// <param name="agencies">Codes of agencies.</param>
    /// <param name="secrets">Folder of the secrets.</param>
    /// <param name="address">Host and port of AMQP as the agencies see it; null: the management API's host, and the port it names.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Servers.ServerException">Says what was refused.</exception>
    internal async Task RunAsync(IReadOnlyList<string> agencies, string secrets, string? address, CancellationToken ct)
    {
        using var rabbit = new RabbitManagement(management);
        address ??= await rabbit.AmqpAddressAsync(ct);
        foreach (var agency in agencies) await ProvisionAsync(rabbit, agency, secrets, address, ct);
    }

    private async Task ProvisionAsync(RabbitManagement rabbit, string agency, string secrets, string address, CancellationToken ct)
    {
        var (place, own) = (VirtualHostOf(region, agency), Regex.Escape(agency));
        await rabbit.PutAsync(RabbitManagement.Path("vhosts", place), new { }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("permissions", place, rabbit.User), new { configure = ".*", write = ".*", read = ".*" }, ct);
        // An agency whose password is lost cannot fill the region's disk with queues.
        foreach (var most in (string[])["max-queues", "max-connections"]) await rabbit.PutAsync(RabbitManagement.Path("vhost-limits", place, most), new { value = Most }, ct);
        // Policies, not the queues' own arguments: they hold for those that the agency makes too, and can be changed while messages wait. One that names what a
        // classic queue does not know would not hold for it at all, so quorum queues have their own.
        var limits = new Dictionary<string, object> { ["max-length-bytes"] = MostBytes, ["overflow"] = "reject-publish" };
        await PolicyAsync(rabbit, place, "limits", 0, limits, ct);
        await PolicyAsync(rabbit, place, "quorum", 1, new(limits) { ["dead-letter-strategy"] = "at-least-once" }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("exchanges", place, Exchange), new { type = "topic", durable = true, auto_delete = false, arguments = new { } }, ct);
        await QueueAsync(rabbit, place, agency, ct);
        var keys = $@"^(exercise\.)?{own}\.";
        // The agency may declare the exchange that is there, because Dapr does so before it binds; it may not write it.
        var rights = new { configure = $"^({Exchange}|(dl[xq]-)?{own}-.*)$", write = $"^(dl[xq]-)?{own}-.*$", read = $"^({Exchange}|(dl[xq]-)?{own}-.*)$" };
        await rabbit.PutAsync(RabbitManagement.Path("permissions", place, Writer), new { configure = "^$", write = $"^{Exchange}$", read = "^$" }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("topic-permissions", place, Writer), new { exchange = Exchange, write = keys, read = "^$" }, ct);
        await new BrokerUser(rabbit, place, secrets, address).EnsureAsync(UserOf(agency), "", rights, ct);
        await rabbit.PutAsync(RabbitManagement.Path("topic-permissions", place, UserOf(agency)), new { exchange = Exchange, write = "^$", read = keys }, ct);
    }

    private static Task PolicyAsync(RabbitManagement rabbit, string place, string name, int priority, Dictionary<string, object> definition, CancellationToken ct) =>
        rabbit.PutAsync(RabbitManagement.Path("policies", place, name), new Dictionary<string, object>
        {
            ["pattern"] = ".*",
            ["apply-to"] = "queues",
            ["priority"] = priority,
            ["definition"] = definition,
        }, ct);

    /// <summary>What cannot be handled goes to <c>dlq-…</c>, through an exchange of its own.</summary>
    private static async Task QueueAsync(RabbitManagement rabbit, string place, string agency, CancellationToken ct)
    {
        var queue = QueueOf(agency);
        var (letters, failed) = ($"dlx-{queue}", $"dlq-{queue}");
        await rabbit.PutAsync(RabbitManagement.Path("exchanges", place, letters), new { type = "fanout", durable = true, auto_delete = false, arguments = new { } }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("queues", place, failed), new { durable = true, arguments = new Dictionary<string, object> { ["x-queue-mode"] = "lazy" } }, ct);
        await rabbit.PostAsync(RabbitManagement.Path("bindings", place, "e", letters, "q", failed), new { routing_key = "", arguments = new { } }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("queues", place, queue), new
        {
            durable = true,
            arguments = new Dictionary<string, object> { ["x-dead-letter-exchange"] = letters, ["x-queue-type"] = "quorum" },
        }, ct);
        await rabbit.PostAsync(RabbitManagement.Path("bindings", place, "e", Exchange, "q", queue), new { routing_key = $"{agency}.#", arguments = new { } }, ct);
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
