using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Coordination.Bench;

/// <summary>
/// Many readers of one stream, each a bare socket, in a process of their own: as many again are open at the other end, and a process may have only so many.
/// It says <c>open</c> when each was answered, and <c>all</c> each time that the last of them has one more event.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes("\nevent: intake.report-received.v1\n");

    private readonly Process process;

    private Crowd(Process process) => this.process = process;

    /// <summary>Opens them in a process; those with tokens take them in turn.</summary>
    internal static async Task<Crowd> OpenAsync(Uri address, int count, params IReadOnlyList<string> tokens)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Crowd).Assembly.Location, "--twin", "crowd", address.ToString(), count.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        var crowd = new Crowd(Process.Start(start)!);
        foreach (var token in tokens) await crowd.process.StandardInput.WriteLineAsync(token);
        crowd.process.StandardInput.Close();
        await crowd.SaysAsync("open", Patience.OfAStart);
        return crowd;
    }

    /// <summary>Milliseconds from the sending of what is told to the last reader who has it.</summary>
    internal Task<double> HearAsync(Func<Task> tell) => Clocked.OnceAsync(() => Task.WhenAll(tell(), SaysAsync("all", Patience.OfACall)));

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task SaysAsync(string word, TimeSpan limit)
    {
        var line = process.StandardOutput.ReadLineAsync();
        await Patience.ForAsync(line, limit, () => $"The readers did not say '{word}'");
        if (await line is var said && said != word) throw new InvalidOperationException($"The readers said '{said}' and not '{word}'.");
    }

    /// <summary>The process: reads its tokens, opens its sockets a hundred at a time, and listens until it is killed.</summary>
    internal static async Task<int> RunAsync(string url, string count)
    {
        var (address, readers, tokens) = (new Uri(url), int.Parse(count, CultureInfo.InvariantCulture), new List<string>());
        while (await Console.In.ReadLineAsync() is { } token) tokens.Add(token);
        var sockets = new List<Socket>();
        foreach (var some in Enumerable.Range(0, readers).Chunk(100))
            sockets.AddRange(await Task.WhenAll(some.Select(n => ConnectAsync(address, tokens.Count == 0 ? null : tokens[n % tokens.Count]))));
        var waiting = readers;
        var listening = sockets.Select(s => ReadAsync(s, () =>
        {
            if (Interlocked.Decrement(ref waiting) != 0) return;
            Interlocked.Exchange(ref waiting, readers);
            Console.WriteLine("all");
        })).ToList();
        Console.WriteLine("open");
        await await Task.WhenAny(listening);
        Console.WriteLine("a stream ended");
        return 1;
    }

    internal static async Task<Socket> ConnectAsync(Uri address, string? token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var bearer = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\n{bearer}\r\n"));
        var buffer = new byte[12];
        for (var at = 0; at < buffer.Length;)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(at));
            if (more == 0) throw new InvalidOperationException($"{address} closed the connection.");
            at += more;
        }
        return Encoding.ASCII.GetString(buffer) == "HTTP/1.1 200" ? socket : throw new InvalidOperationException($"{address} answered {Encoding.ASCII.GetString(buffer)}.");
    }

    private static async Task ReadAsync(Socket socket, Action heard)
    {
        var (buffer, kept) = (new byte[4096], 0);
        while (await socket.ReceiveAsync(buffer.AsMemory(kept)) is > 0 and var more)
            kept = Look(buffer, kept + more, heard);
    }

    /// <summary>Counts the events; what may be the beginning of another stays at the start of the buffer.</summary>
    private static int Look(byte[] buffer, int length, Action heard)
    {
        var read = buffer.AsSpan(0, length);
        for (int at; (at = read.IndexOf(Marker)) >= 0; read = read[(at + Marker.Length)..]) heard();
        var kept = Math.Min(read.Length, Marker.Length - 1);
        read[^kept..].CopyTo(buffer);
        return kept;
    }
}
