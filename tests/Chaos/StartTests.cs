using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Coordination.Tests.Chaos;

public sealed class StartTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("coordination-start-").FullName;
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
        await using (var host = new HostProcess(folder))
        {
            host.Environment["ASPNETCORE_URLS"] = taken;
            host.Start();
            Assert.Equal(1, await host.EndAsync());
            var line = Assert.Single(host.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            Assert.StartsWith($"Cannot start: Failed to bind to address {taken}", line, StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
    }
}
