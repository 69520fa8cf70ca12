using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Coordination.Tests.Functional.Gateway;

public sealed class HandingOnTests
{
    [Fact]
    public async Task A_path_arrives_as_it_was_sent()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        var seen = await edge.Http.GetFromJsonAsync<JsonElement>("/v1/reports/a%20b%2Fc?cursor=%C3%A9&limit=3");
        Assert.Equal("/v1/reports/a%20b%2Fc?cursor=%C3%A9&limit=3", seen.GetProperty("target").GetString());
    }

    [Fact]
    public async Task The_trace_goes_on_behind_the_gateway()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/reports");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var answer = await edge.Http.SendAsync(request);
        var seen = await answer.JsonAsync();
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", seen.GetProperty("traceparent").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_cannot_pretend_to_call_from_elsewhere()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/reports");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await edge.Http.SendAsync(request);
        Assert.Equal("127.0.0.1", (await answer.JsonAsync()).GetProperty("forwarded").GetString());
    }

    [Fact]
    public async Task An_agencys_paths_go_to_its_own_instance_and_the_rest_to_the_shared_one()
    {
        await using var own = await StubService.StartAsync("own");
        await using var shared = await StubService.StartAsync("shared");
        await using var edge = await Edge.StartAsync($"resources@fire={own.Address};resources={shared.Address}");
        Assert.Equal("own", await NameAsync("/v1/agencies/fire/units"));
        Assert.Equal("own", await NameAsync("/v1/resources@fire/journal"));
        Assert.Equal("shared", await NameAsync("/v1/agencies/police/units"));
        Assert.Equal("shared", await NameAsync("/v1/resources/journal"));

        async Task<string?> NameAsync(string path) => (await edge.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("name").GetString();
    }

    [Fact]
    public async Task Http2_over_tls_is_what_the_two_agree_on()
    {
        using var certificates = new Certificates();
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}", settings: new()
        {
            ["ASPNETCORE_URLS"] = "https://127.0.0.1:0", ["COORDINATION_CERTIFICATE"] = certificates.Server, ["COORDINATION_CERTIFICATE_KEY"] = certificates.ServerKey,
        });
        using var caller = certificates.Caller(edge.Anonymous.BaseAddress!, null);
        caller.DefaultRequestHeaders.Authorization = edge.Http.DefaultRequestHeaders.Authorization;
        foreach (var asked in (Version[])[HttpVersion.Version20, HttpVersion.Version11])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/reports") { Version = asked, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var answer = await caller.SendAsync(request);
            Assert.Equal(asked, answer.Version);
            Assert.Equal("intake", (await answer.JsonAsync()).GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task Http2_without_tls_has_a_port_of_its_own()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(edge.Grpc, "/v1/reports")) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var answer = await edge.Http.SendAsync(request);
        Assert.Equal(HttpVersion.Version20, answer.Version);
        Assert.Equal("intake", (await answer.JsonAsync()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_region_is_the_union_of_the_instances_that_answer()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var command = await StubService.StartAsync("command");
        await using var edge = await Edge.StartAsync($"intake={intake.Address};oversight={Edge.Nowhere()};command={command.Address}");
        var region = await edge.Http.GetFromJsonAsync<JsonElement>("/v1/region");
        Assert.Equal("test", region.GetProperty("region").GetString());
        Assert.Equal(["intake", "command"], region.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_stream_is_passed_on_event_by_event_however_long_it_is_silent()
    {
        var goOn = new TaskCompletionSource();
        await using var exchange = await StubService.StartAsync("exchange", Events);
        await using var edge = await Edge.StartAsync($"exchange={exchange.Address}", patience: TimeSpan.FromMilliseconds(50));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await edge.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("data: 1", await lines.ReadLineAsync());
        // The same service is given up by a call that wants an answer: longer than that the stream was silent.
        using var late = await edge.Http.GetAsync("/v1/events");
        await late.ProblemAsync(504, "service-late");
        goOn.SetResult();
        Assert.Equal("", await lines.ReadLineAsync());
        Assert.Equal("data: 2", await lines.ReadLineAsync());

        async Task Events(HttpContext http)
        {
            if (http.Request.Headers.Accept.ToString().Length > 0) await http.Response.WriteAsync("data: 1\n\n");
            await goOn.Task;
            await http.Response.WriteAsync("data: 2\n\n");
        }
    }
}
