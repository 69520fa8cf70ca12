using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

[Collection(typeof(OneProcess))]
public sealed class StartTests
{
    /// <summary>One that the stop waits for in vain is cut off in the middle: its reader then gets an error in place of an end.</summary>
    [Fact]
    public async Task A_stream_that_is_open_ends_in_good_order_when_the_region_stops()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("coordination-stop-").FullName;
        await using (var host = new HostProcess(folder))
        {
            host.Start();
            await host.ReadyAsync();
            using var http = await new Door(host.Address).ClientAsync("region", [Roles.Operator, Roles.Auditor], ct);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
            request.Headers.Accept.ParseAdd("text/event-stream");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var reading = answer.Content.ReadAsStringAsync(ct);
            Assert.Equal(0, await host.StopAsync());
            await reading;
        }
        Directory.Delete(folder, recursive: true);
    }

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
