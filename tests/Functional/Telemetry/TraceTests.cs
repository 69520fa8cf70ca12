using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Coordination.Tests.Chaos;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Telemetry;

/// <summary>What a region tells those who watch it.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task One_trace_leads_from_the_call_through_the_journal_to_every_consumer()
    {
        var folder = Directory.CreateTempSubdirectory("traces").FullName;
        await using var telemetry = await OtlpReceiver.StartAsync();
        await using var region = new HostProcess(folder) { Environment = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry.Address } };
        region.Start();
        await region.ReadyAsync();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await ReportAsync(region, $"00-{trace}-00f067aa0ba902b7-01");
        await HandedOnAsync(region);
        Assert.Equal(0, await region.StopAsync());

        var spans = telemetry.Received["traces"].SelectMany(b => ProtobufFields.At(b, 1, 2, 2)).Where(s => ProtobufFields.Hex(s, 1) == trace).ToList();
        Assert.Single(spans, s => ProtobufFields.Hex(s, 4) == "00f067aa0ba902b7");
        // Intake correlates it, Oversight puts it on its timeline, Exchange gives it its place in the region's log.
        Assert.True(spans.Count(s => ProtobufFields.Text(s, 5) == "handle intake.report-received.v1") >= 3, string.Join(", ", spans.Select(s => ProtobufFields.Text(s, 5))));
        var meters = telemetry.Received["metrics"].SelectMany(b => ProtobufFields.At(b, 1, 2, 2)).Select(m => ProtobufFields.Text(m, 1)).ToHashSet();
        Assert.Subset(meters, new HashSet<string> { "coordination.events.handled", "coordination.journal.lag", "coordination.events.deferred", "coordination.clocks.lag", "http.server.request.duration" });
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_region_at_rest_calls_nobody()
    {
        var folder = Directory.CreateTempSubdirectory("rest").FullName;
        await using var region = new HostProcess(folder);
        region.Start();
        await region.ReadyAsync();
        await ReportAsync(region, null);
        await HandedOnAsync(region);
        Assert.Equal([], Outbound(region.Id, region.Address.Port));
        Assert.Equal(0, await region.StopAsync());
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Remote ends of the process's connections that do not belong to its own listener.</summary>
    private static List<string> Outbound(int process, int listener)
    {
        var sockets = Directory.GetFiles($"/proc/{process}/fd").Select(f => new FileInfo(f).LinkTarget ?? "").Where(t => t.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(t => t[8..^1]).ToHashSet();
        return [.. new[] { "tcp", "tcp6", "udp", "udp6" }.SelectMany(p => File.ReadLines($"/proc/{process}/net/{p}").Skip(1))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(c => sockets.Contains(c[9]) && Port(c[1]) != listener)
            .Select(c => c[2])];
    }

    private static int Port(string end) => int.Parse(end.Split(':')[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static async Task ReportAsync(HostProcess region, string? traceParent)
    {
        using var http = await ClientAsync(region, "reporter");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = JsonContent.Create(Desk.Report()) };
        request.Headers.Add("Idempotency-Key", "\"trace\"");
        if (traceParent is not null) request.Headers.Add("traceparent", traceParent);
        using var answer = await http.SendAsync(request);
        await answer.JsonAsync();
    }

    private static async Task HandedOnAsync(HostProcess region)
    {
        using var http = await ClientAsync(region, "operator");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        foreach (var service in new[] { "intake", "exchange", "oversight" })
            while (await http.GetFromJsonAsync<JsonElement>($"/v1/{service}/journal", limit.Token) is var s && s.GetProperty("unsealed").GetInt32() + s.GetProperty("unpublished").GetInt64() > 0)
            {
                Assert.False(limit.IsCancellationRequested, $"{service} does not come to rest: {s}");
                await Task.Delay(10, limit.Token);
            }
    }

    private static async Task<HttpClient> ClientAsync(HostProcess region, string role)
    {
        var http = new HttpClient { BaseAddress = region.Address };
        using var answer = await http.PostAsJsonAsync("/issuer/token", new { agency = Desk.Township, roles = new[] { role } });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.JsonAsync()).GetProperty("access_token").GetString());
        return http;
    }
}
