using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Coordination.Bench;

/// <summary>Many readers of one stream, each a bare socket, and when the last of them had the newest event.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes("\nevent: intake.report-received.v1\n");

    private readonly List<Socket> sockets = [];
    private readonly List<Task> reading = [];
    private readonly CancellationTokenSource over = new();
    private TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;
    private Exception? broken;

    /// <summary>Opens them, a hundred at a time; each has been answered when this ends.</summary>
    internal static async Task<Crowd> OpenAsync(Uri address, int count, Func<int, string?> token, CancellationToken ct)
    {
        var crowd = new Crowd();
        foreach (var some in Enumerable.Range(0, count).Chunk(100))
            foreach (var socket in await Task.WhenAll(some.Select(n => ConnectAsync(address, token(n), ct))))
            {
                crowd.sockets.Add(socket);
                crowd.reading.Add(crowd.ReadAsync(socket));
            }
        return crowd;
    }

    /// <summary>Readers that ask for the whole log and take none of it.</summary>
    internal static async Task<IReadOnlyList<Socket>> StalledAsync(Uri address, int count, Func<int, string?> token, CancellationToken ct) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(n => ConnectAsync(address, token(n), ct)));

    /// <summary>Milliseconds from the sending of what is told to the last reader who has it.</summary>
    internal async Task<double> HearAsync(Func<Task> tell)
    {
        (all, waiting) = (new(TaskCreationOptions.RunContinuationsAsynchronously), sockets.Count);
        return await Clocked.OnceAsync(async () =>
        {
            await tell();
            await Patience.ForAsync(all.Task, Patience.OfACall, () => $"{Volatile.Read(ref waiting)} of {sockets.Count} readers did not have it ({broken?.Message ?? "all connected"})");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        foreach (var socket in sockets) socket.Dispose();
        await Task.WhenAll(reading);
        over.Dispose();
    }

    private static async Task<Socket> ConnectAsync(Uri address, string? token, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, ct);
        var bearer = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\n{bearer}\r\n"), ct);
        var buffer = new byte[12];
        for (var at = 0; at < buffer.Length;)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(at), ct);
            if (more == 0) throw new InvalidOperationException($"{address} closed the connection.");
            at += more;
        }
        return Encoding.ASCII.GetString(buffer) == "HTTP/1.1 200" ? socket : throw new InvalidOperationException($"{address} answered {Encoding.ASCII.GetString(buffer)}.");
    }

    private async Task ReadAsync(Socket socket)
    {
        var (buffer, kept) = (new byte[4096], 0);
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(kept), over.Token) is > 0 and var more)
            {
                var read = buffer.AsSpan(0, kept + more);
                for (int at; (at = read.IndexOf(Marker)) >= 0; read = read[(at + Marker.Length)..])
                    if (Interlocked.Decrement(ref waiting) == 0) all.TrySetResult();
                kept = Math.Min(read.Length, Marker.Length - 1);
                read[^kept..].CopyTo(buffer);
            }
            broken ??= new InvalidOperationException("a stream ended");
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            broken ??= e;
        }
    }
}
