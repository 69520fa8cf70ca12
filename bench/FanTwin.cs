using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Coordination.Bench;

/// <summary>The floor of telling many: one event, as bytes that are there already, sent to each socket in a loop.</summary>
internal static class FanTwin
{
    internal static async Task<int> RunAsync(string url, string size)
    {
        var frame = Encoding.ASCII.GetBytes($"id: 1\nevent: intake.report-received.v1\ndata: {new string('x', int.Parse(size, CultureInfo.InvariantCulture))}\n\n");
        using var listener = new TcpListener(IPAddress.Loopback, new Uri(url).Port);
        listener.Start(1024);
        var readers = new List<Socket>();
        var buffer = new byte[4096];
        while (true)
        {
            var socket = await listener.AcceptSocketAsync();
            var asked = Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
            if (asked.StartsWith("GET /v1/events", StringComparison.Ordinal))
            {
                readers.Add(socket);
                await socket.SendAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
                continue;
            }
            if (asked.StartsWith("POST", StringComparison.Ordinal))
                foreach (var reader in readers) await reader.SendAsync(frame);
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            socket.Dispose();
        }
    }

    /// <summary>With events of so many bytes.</summary>
    internal static RunningProcess Start(int size) =>
        RunningProcess.Start("dotnet", [typeof(FanTwin).Assembly.Location, "--twin", "fan", "{url}", size.ToString(CultureInfo.InvariantCulture)], _ => []);
}
