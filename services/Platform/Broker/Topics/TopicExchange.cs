using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Coordination.Platform;

/// <summary>One owner's topic exchange. An event is taken when every queue that is bound to its key has confirmed it, and none that is bound to none or to a full one.</summary>
public sealed class TopicExchange : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly BrokerConnection connection;

    internal TopicExchange(BrokerConnection connection) => this.connection = connection;

    /// <summary>The longest that publishing takes: a connection, a channel, the confirms.</summary>
    public static TimeSpan Longest => 3 * Patience;

    /// <summary>
    /// Publishes in the order given until one is not taken. Those that travel together are about different subjects: none overtakes an earlier one of its own.
    /// </summary>
    /// <param name="events">Events with their routing keys.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many were taken, from the first on, and how it ended.</returns>
    public async Task<(int Taken, TopicOutcome Outcome)> PublishAsync(IReadOnlyList<(string Key, LoggedEvent Event)> events, CancellationToken ct)
    {
        var taken = 0;
        IChannel? channel = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            channel = await connection.OpenAsync(ct);
            limit.CancelAfter(Patience);
            foreach (var together in Together(events))
            {
                var outcomes = await Task.WhenAll(together.Select(e => PublishAsync(channel, e.Key, e.Event, limit.Token))).WaitAsync(limit.Token);
                var failed = Array.FindIndex(outcomes, o => o != TopicOutcome.Taken);
                if (failed >= 0) return (taken + failed, outcomes[failed]);
                taken += outcomes.Length;
            }
            return (taken, TopicOutcome.Taken);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && (e is BrokerUnavailableException or OperationCanceledException || BrokerConnection.IsUnavailable(e)))
        {
            if (channel is not null) await connection.DropAsync(channel);
            return (taken, Refuses(e) ? TopicOutcome.NotProvisioned : TopicOutcome.BrokerAway);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>Stretches in which no subject comes twice.</summary>
    internal static IEnumerable<IReadOnlyList<(string Key, LoggedEvent Event)>> Together(IReadOnlyList<(string Key, LoggedEvent Event)> events)
    {
        var (together, subjects) = (new List<(string, LoggedEvent)>(), new HashSet<Guid>());
        foreach (var e in events)
        {
            if (!subjects.Add(e.Event.Subject))
            {
                yield return together;
                (together, subjects) = ([], [e.Event.Subject]);
            }
            together.Add(e);
        }
        if (together.Count > 0) yield return together;
    }

    private async Task<TopicOutcome> PublishAsync(IChannel channel, string key, LoggedEvent e, CancellationToken ct)
    {
        try
        {
            await channel.BasicPublishAsync(BrokerNames.Topic, key, mandatory: true, BrokerMessage.Properties(e, connection.Address.User), e.CloudEvent, ct);
            return TopicOutcome.Taken;
        }
        catch (PublishException refused)
        {
            return refused.IsReturn ? TopicOutcome.NoQueue : TopicOutcome.QueueFull;
        }
    }

    /// <summary>The broker is there and says no: no such virtual host, no right in it, no such exchange.</summary>
    private static bool Refuses(Exception e) =>
        e is OperationInterruptedException { ShutdownReason.ReplyCode: 403 or 404 or 530 } || (e.InnerException is { } inner && Refuses(inner));
}
