using System.Net;
using System.Net.Sockets;

namespace Coordination.Tests.Chaos;

/// <summary>
/// A TCP link that can be made bad: late, narrow, deaf one way, reset in the middle, half open. What it does by chance comes from its seed. It holds
/// at most a megabyte of each connection and way, and takes at most a thousand connections.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private const int Most = 1000;
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly HashSet<ProxiedConnection> connections = [];
    private readonly TcpListener listener;
    private readonly EndPoint target;
    private readonly Random random;
    private Task accepting = Task.CompletedTask;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LinkWeather weather = LinkWeather.Clear;

    private FaultProxy(TcpListener listener, EndPoint target, int seed) => (this.listener, this.target, random) = (listener, target, new Random(seed));

    internal IPEndPoint Address => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Holds from now on, for open connections too.</summary>
    internal LinkWeather Weather
    {
        get => Volatile.Read(ref weather);
        set
        {
            Volatile.Write(ref weather, value);
            Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    /// <summary>Ends at the next change of the weather.</summary>
    internal Task Changed => Volatile.Read(ref changed).Task;

    internal int Open
    {
        get
        {
            lock (gate) return connections.Count;
        }
    }

    /// <param name="listen">Where it listens; port 0 for a free one.</param>
    /// <param name="target">Where the link leads.</param>
    /// <param name="seed">Of its jitter.</param>
    internal static FaultProxy Start(IPEndPoint listen, EndPoint target, int seed)
    {
        var door = new TcpListener(listen);
        door.Start();
        var proxy = new FaultProxy(door, target, seed);
        proxy.accepting = Task.Run(proxy.AcceptAsync);
        return proxy;
    }

    /// <summary>Resets every open connection at both ends.</summary>
    internal void Reset() => Each(c => c.Reset());

    /// <summary>The far ends of all open connections are gone, and nobody tells the near ends: they stay open, and are never answered, until a reset.</summary>
    internal void Halve() => Each(c => c.Halve());

    internal TimeSpan NextDelay(LinkWeather now)
    {
        lock (gate) return now.Latency + now.Jitter * random.NextDouble();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        Reset();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptSocketAsync(stop.Token);
                if (Open < Most) _ = CarryAsync(near);
                else ProxiedConnection.Reset(near);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // It is being closed.
        }
    }

    private async Task CarryAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            patience.CancelAfter(ConnectPatience);
            await far.ConnectAsync(target, patience.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            ProxiedConnection.Reset(near);
            far.Dispose();
            return;
        }
        var connection = new ProxiedConnection(this, near, far);
        lock (gate) connections.Add(connection);
        await connection.RunAsync(stop.Token);
        lock (gate) connections.Remove(connection);
    }

    private void Each(Action<ProxiedConnection> act)
    {
        List<ProxiedConnection> open;
        lock (gate) open = [.. connections];
        open.ForEach(act);
    }
}
