using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Coordination.Platform;

/// <summary>The connection on which an instance publishes: opened when it is needed, given up when anything about it is wrong.</summary>
internal sealed partial class BrokerConnection(BrokerAddress address, ServiceInstance instance, ILogger<BrokerConnection> log) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim gate = new(1);
    private IConnection? connection;
    private IChannel? channel;
    private bool wasLost = true;

    internal BrokerAddress Address => address;

    /// <summary>A channel with confirms.</summary>
    /// <exception cref="BrokerUnavailableException">There is none now.</exception>
    internal async Task<IChannel> OpenAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (channel is { IsOpen: true } open) return open;
            await CloseAsync();
            connection = await Factory().CreateConnectionAsync(ct).WaitAsync(Patience, ct);
            channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct).WaitAsync(Patience, ct);
            if (wasLost) Connected(log, instance.Name, address.Host, address.Port);
            wasLost = false;
            return channel;
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            wasLost = true;
            await CloseAsync();
            throw Unavailable(e);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Drops the connection: the next use opens another.</summary>
    internal async Task DropAsync(IChannel broken)
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            if (!ReferenceEquals(channel, broken)) return;
            wasLost = true;
            await CloseAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>How many messages wait in the instance's queue.</summary>
    internal async Task<long> DepthAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        try
        {
            await using var asking = await connection!.CreateChannelAsync(cancellationToken: ct).WaitAsync(Patience, ct);
            return (await asking.QueueDeclarePassiveAsync(BrokerNames.QueueOf(instance.Name), ct).WaitAsync(Patience, ct)).MessageCount;
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            throw Unavailable(e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        gate.Dispose();
    }

    internal static bool IsUnavailable(Exception e) =>
        e is RabbitMQClientException or IOException or SocketException or TimeoutException or ObjectDisposedException or InvalidOperationException;

    internal BrokerUnavailableException Unavailable(Exception e) => new($"the broker at {address.Host}:{address.Port} {Reason(e)}", e);

    private static string Reason(Exception e) => e switch
    {
        AuthenticationFailureException => "refuses the user or its password",
        OperationInterruptedException { ShutdownReason: { ReplyCode: 404 } reason } => $"lacks something ({reason.ReplyText}): provision it",
        OperationInterruptedException { ShutdownReason: { } reason } => $"closed the channel ({reason.ReplyText})",
        TimeoutException => "does not answer",
        SocketException socket => $"cannot be reached ({socket.SocketErrorCode})",
        _ when e.InnerException is { } inner => Reason(inner),
        _ => $"cannot be used ({e.GetType().Name})",
    };

    private ConnectionFactory Factory() => new()
    {
        HostName = address.Host,
        Port = address.Port,
        VirtualHost = address.VirtualHost,
        UserName = address.User,
        Password = address.Password,
        Ssl = new SslOption(address.Host) { Enabled = address.IsTls },
        ClientProvidedName = $"{instance.Name} relay",
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        RequestedConnectionTimeout = Patience,
        ContinuationTimeout = Patience,
    };

    private async Task CloseAsync()
    {
        var (closing, open) = (channel, connection);
        (channel, connection) = (null, null);
        try
        {
            if (closing is not null) await closing.DisposeAsync().AsTask().WaitAsync(Patience);
            if (open is not null) await open.DisposeAsync().AsTask().WaitAsync(Patience);
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            // It was broken; that is why it is closed.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Instance} publishes to the broker at {Host}:{Port}")]
    private static partial void Connected(ILogger log, string instance, string host, int port);
}
