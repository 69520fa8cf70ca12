using System.Net.Sockets;
using Coordination.CommandLine.Servers;

namespace Coordination.Tests.Functional.Broker;

public sealed class LocalRabbitTests
{
    [Fact]
    public async Task A_private_broker_starts_is_killed_starts_again_and_leaves_nothing()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"rabbit-{Guid.NewGuid():N}");
        var rabbit = await LocalRabbit.StartAsync(folder, CancellationToken.None);
        try
        {
            Assert.True(await AcceptsAsync(rabbit.Port));
            await rabbit.KillAsync();
            Assert.False(await AcceptsAsync(rabbit.Port));
            await rabbit.StartAsync(CancellationToken.None);
            Assert.True(await AcceptsAsync(rabbit.Port));
        }
        finally
        {
            await rabbit.DisposeAsync();
        }
        Assert.False(rabbit.IsRunning);
        Assert.False(await AcceptsAsync(rabbit.Port));
        await Platform.ProbeRegion.UntilAsync(() => Task.FromResult(
            !Directory.EnumerateDirectories("/proc").Any(p => int.TryParse(Path.GetFileName(p), out _) && Mentions(p, folder))));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>True when a process carries the folder in its environment: it was started for that broker.</summary>
    private static bool Mentions(string process, string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ")).Contains(folder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
