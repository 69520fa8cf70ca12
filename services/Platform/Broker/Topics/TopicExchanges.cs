using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// What others read at the region's broker: a virtual host for each owner, with one topic exchange in it. Whoever provisions the broker makes them; an instance
/// goes there as its own user, who may write that exchange and nothing else.
/// </summary>
public sealed class TopicExchanges
{
    private readonly BrokerAddress? broker;
    private readonly ServiceInstance instance;
    private readonly ILogger<BrokerConnection> log;

    internal TopicExchanges(BrokerAddress? broker, ServiceInstance instance, ILogger<BrokerConnection> log) => (this.broker, this.instance, this.log) = (broker, instance, log);

    /// <summary>False where a region has no broker.</summary>
    public bool IsThere => broker is not null;

    /// <summary>One owner's exchange. A connection is opened when there is something to publish.</summary>
    /// <exception cref="InvalidOperationException">There is no broker.</exception>
    public TopicExchange Of(string owner) => broker is null
        ? throw new InvalidOperationException("There is no broker.")
        : new(new BrokerConnection(broker with { VirtualHost = BrokerNames.VirtualHostOf(broker.VirtualHost, owner) }, instance, log));
}
