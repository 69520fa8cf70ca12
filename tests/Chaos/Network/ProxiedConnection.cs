using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Coordination.Tests.Chaos;

/// <summary>One connection through a bad link: two flows of bytes, each in its order.</summary>
internal sealed class ProxiedConnection(FaultProxy link, Socket near, Socket far)
{
    private const int Chunk = 16 * 1024;
    private const int Chunks = 64;
    private readonly CancellationTokenSource over = new();
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isHalved;
    private long carried;

    /// <summary>Until both ways have ended, or the link is closed.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        await using var stopped = stop.Register(Reset);
        await Task.WhenAll(FlowAsync(near, far, Way.Out), FlowAsync(far, near, Way.Back));
        if (Volatile.Read(ref isHalved)) await released.Task;
        near.Dispose();
        far.Dispose();
    }

    internal void Reset()
    {
        over.Cancel();
        Reset(near);
        Reset(far);
        released.TrySetResult();
    }

    internal void Halve()
    {
        Volatile.Write(ref isHalved, true);
        over.Cancel();
        Reset(far);
    }

    /// <summary>Closes it so that the other end sees a reset and not an end.</summary>
    internal static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was closed already.
        }
        socket.Dispose();
    }

    private async Task FlowAsync(Socket from, Socket to, Way way)
    {
        var queue = Channel.CreateBounded<(byte[] Bytes, long At)>(new BoundedChannelOptions(Chunks) { SingleReader = true, SingleWriter = true });
        try
        {
            await Task.WhenAll(ReadAsync(from, queue.Writer), WriteAsync(queue.Reader, to, way));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or ChannelClosedException)
        {
            // One end broke: so does the other. Where the far one was taken away on purpose, the near one is not told.
            if (!Volatile.Read(ref isHalved)) Reset();
        }
    }

    private async Task ReadAsync(Socket from, ChannelWriter<(byte[] Bytes, long At)> queue)
    {
        try
        {
            var (buffer, last) = (new byte[Chunk], 0L);
            while (await from.ReceiveAsync(buffer, over.Token) is > 0 and var count)
            {
                // A later piece never overtakes an earlier one.
                last = Math.Max(last, Stopwatch.GetTimestamp() + (long)(link.NextDelay(link.Weather).TotalSeconds * Stopwatch.Frequency));
                await queue.WriteAsync((buffer[..count], last), over.Token);
            }
            queue.TryComplete();
        }
        catch (Exception e)
        {
            queue.TryComplete(e);
        }
    }

    private async Task WriteAsync(ChannelReader<(byte[] Bytes, long At)> queue, Socket to, Way way)
    {
        await foreach (var (bytes, at) in queue.ReadAllAsync(over.Token))
        {
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), at) is var wait && wait > TimeSpan.Zero) await Until.LastsAsync(wait).WaitAsync(over.Token);
            await ReleasedAsync(way);
            var weather = link.Weather;
            if (weather.BytesPerSecond is { } speed) await Until.LastsAsync(TimeSpan.FromSeconds((double)bytes.Length / speed)).WaitAsync(over.Token);
            var rest = weather.ResetAfter is { } most ? (int)Math.Min(bytes.Length, most - Interlocked.Read(ref carried)) : bytes.Length;
            if (rest > 0) await SendAsync(to, bytes.AsMemory(0, rest));
            if (rest < bytes.Length)
            {
                Reset();
                return;
            }
        }
        await ReleasedAsync(way);
        to.Shutdown(SocketShutdown.Send);
    }

    private async Task ReleasedAsync(Way way)
    {
        while (true)
        {
            var changed = link.Changed;
            if (!link.Weather.Held.HasFlag(way)) return;
            await changed.WaitAsync(over.Token);
        }
    }

    private async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        Interlocked.Add(ref carried, bytes.Length);
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes, over.Token)..];
    }
}
