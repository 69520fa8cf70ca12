using System.Net;
using System.Net.Http.Json;
using Coordination.Rpc;
using Coordination.Rpc.Intake.V1;
using Grpc.Core;

namespace Coordination.Tests.Functional.Gateway;

public sealed class FailingServiceTests
{
    [Fact]
    public async Task A_service_that_is_down_is_a_problem_document_that_says_when_to_try_again()
    {
        await using var edge = await Edge.StartAsync($"intake={Edge.Nowhere()}");
        using var answer = await edge.Http.GetAsync("/v1/reports");
        Assert.NotNull(answer.Headers.RetryAfter);
        await answer.ProblemAsync(503, "service-unavailable");
    }

    [Fact]
    public async Task A_service_that_is_down_is_unavailable_to_grpc()
    {
        await using var edge = await Edge.StartAsync($"intake={Edge.Nowhere()}", $"intake={Edge.Nowhere()}");
        var provider = await Edge.ProviderAsync();
        using var channel = RpcChannel.ForAddress(edge.Grpc, _ => Task.FromResult(provider.Token()));
        var refused = await Assert.ThrowsAsync<RpcException>(() => new Reports.ReportsClient(channel.CreateCallInvoker()).ListReportsAsync(new()).ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
    }

    [Fact]
    public async Task A_region_of_which_nothing_answers_is_not_there()
    {
        await using var edge = await Edge.StartAsync($"intake={Edge.Nowhere()}");
        using var answer = await edge.Http.GetAsync("/v1/region");
        await answer.ProblemAsync(503, "service-unavailable");
    }

    [Fact]
    public async Task A_service_that_breaks_off_is_a_problem_document()
    {
        await using var intake = await StubService.StartAsync("intake", http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        using var answer = await edge.Http.PostAsJsonAsync("/v1/reports", new { });
        await answer.ProblemAsync(503, "service-unavailable");
        Assert.Equal(1, intake.Calls);
    }

    [Fact]
    public async Task A_dead_replica_costs_no_call()
    {
        await using var alive = await StubService.StartAsync("intake");
        var dying = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={alive.Address},{dying.Address}");
        for (var i = 0; i < 100 && (alive.Calls == 0 || dying.Calls == 0); i++) await CallAsync();
        Assert.True(dying.Calls > 0, "the second replica was never asked");
        await dying.DisposeAsync();
        for (var i = 0; i < 30; i++) await CallAsync();

        async Task CallAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = JsonContent.Create(new { text = "smoke" }) };
            request.Headers.Add("Idempotency-Key", "\"one\"");
            using var answer = await edge.Http.SendAsync(request);
            Assert.Contains("smoke", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_replica_that_says_it_is_not_ready_is_given_no_calls_until_it_is()
    {
        await using var sick = await StubService.StartAsync("intake");
        await using var well = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={sick.Address},{well.Address}");
        sick.IsReady = false;
        await Platform.ProbeRegion.UntilAsync(() => CallAsync(() => sick.Calls, none: true));
        sick.IsReady = true;
        await Platform.ProbeRegion.UntilAsync(() => CallAsync(() => sick.Calls, none: false));

        async Task<bool> CallAsync(Func<int> calls, bool none)
        {
            var before = calls();
            for (var n = 0; n < 40; n++) (await edge.Http.GetAsync("/v1/reports")).EnsureSuccessStatusCode().Dispose();
            return calls() == before == none;
        }
    }

    [Fact]
    public async Task A_service_that_comes_back_is_found_again()
    {
        var place = Edge.Nowhere();
        await using var edge = await Edge.StartAsync($"intake={place}");
        using (var down = await edge.Http.GetAsync("/v1/reports")) Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
        await using var back = await StubService.StartAsync("intake", at: new Uri(place));
        using var up = await edge.Http.GetAsync("/v1/reports");
        Assert.Equal(HttpStatusCode.OK, up.StatusCode);
    }

    [Fact]
    public async Task A_name_stands_for_all_its_addresses_and_one_of_them_is_enough()
    {
        // "localhost" is 127.0.0.1 and, where the machine has it, ::1; the service listens on the first only.
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake=http://localhost:{intake.Address.Port}");
        for (var i = 0; i < 20; i++)
        {
            using var answer = await edge.Http.GetAsync("/v1/reports");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_name_that_nobody_knows_keeps_no_other_service_from_being_served()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"command=http://nowhere.invalid:8080;intake={intake.Address}");
        using var unknown = await edge.Http.GetAsync("/v1/incidents");
        await unknown.ProblemAsync(503, "service-unavailable");
        using var known = await edge.Http.GetAsync("/v1/reports");
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task A_gateway_lives_and_is_ready_whatever_its_services_do()
    {
        await using var edge = await Edge.StartAsync($"intake={Edge.Nowhere()}");
        foreach (var page in (string[])["/alive", "/ready"])
        {
            using var answer = await edge.Http.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
