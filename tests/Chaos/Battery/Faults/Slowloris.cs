using System.Net.Sockets;
using System.Text;

namespace Coordination.Tests.Chaos;

/// <summary>F8: callers who open connections to the gateway and send a byte now and then, a header or a body that never ends. The load is not held up by them.</summary>
internal sealed class Slowloris(int callers, int bytes) : IFault
{
    private readonly List<TcpClient> open = [];

    public string Name => "F8 slowloris";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        for (var n = 0; n < callers; n++)
        {
            var caller = new TcpClient();
            open.Add(caller);
            await caller.ConnectAsync(region.Door.Address.Host, region.Door.Address.Port, ct);
            var head = n % 2 == 0 ? "GET /v1/region HTTP/1.1\r\nX-A: " : "POST /v1/reports HTTP/1.1\r\nHost: region\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n";
            await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), ct);
        }
        for (var n = 0; n < bytes; n++)
        {
            foreach (var caller in open) await SendAsync(caller, ct);
            using var answer = await region.Scene.Operator.GetAsync("/v1/region", ct);
            Assert.True(answer.IsSuccessStatusCode, $"others were answered {(int)answer.StatusCode} while slow callers were there");
            await Until.LastsAsync(TimeSpan.FromMilliseconds(500)).WaitAsync(ct);
        }
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        open.ForEach(c => c.Dispose());
        return Task.CompletedTask;
    }

    private static async Task SendAsync(TcpClient caller, CancellationToken ct)
    {
        try
        {
            await caller.GetStream().WriteAsync("a"u8.ToArray(), ct);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            // The gateway has had enough of it.
        }
    }
}
