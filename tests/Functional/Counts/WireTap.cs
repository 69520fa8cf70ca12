using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Coordination.Tests.Functional.Counts;

/// <summary>Stands between a service and PostgreSQL and writes down what is said, without changing a byte: each round trip and its statements.</summary>
internal sealed class WireTap : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int server;
    private readonly Task accepting;

    internal WireTap(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every round trip since the beginning, in the order in which they began.</summary>
    internal ConcurrentQueue<RoundTrip> Trips { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            for (var number = 0; ; number++) connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token), number));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using var there = new TcpClient { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await there.ConnectAsync(IPAddress.Loopback, server, stop.Token);
                var talk = new Frontend(number, Trips);
                await Task.WhenAny(CopyAsync(client.GetStream(), there.GetStream(), talk.Hear), CopyAsync(there.GetStream(), client.GetStream(), _ => { }));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // One side left.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Action<ReadOnlySpan<byte>> hear)
    {
        var buffer = new byte[64 * 1024];
        for (int count; (count = await from.ReadAsync(buffer, stop.Token)) > 0;)
        {
            hear(buffer.AsSpan(0, count));
            await to.WriteAsync(buffer.AsMemory(0, count), stop.Token);
        }
    }
}
