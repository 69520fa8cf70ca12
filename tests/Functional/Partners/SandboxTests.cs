using System.Collections.Concurrent;
using Coordination.CommandLine.Partners;
using Coordination.CommandLine.Partners.EdxlRm;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Sandbox;
using Coordination.CommandLine.Servers;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Platform;
using Coordination.Tests.Functional.Resources;

namespace Coordination.Tests.Functional.Partners;

/// <summary>An agency to try against: the kit passes, exercises are answered by rule, and what is real is only watched.</summary>
public sealed class SandboxTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private readonly ConcurrentQueue<Arrival> arrivals = new();
    private readonly Uri at = new($"http://127.0.0.1:{ServerProcess.FreePort()}");
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_kit_passes_against_each_of_its_endpoints_and_everything_it_sent_is_shown()
    {
        await using var sandbox = await StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var results = await Task.WhenAll(
            AllAsync(WebhookCases.PlayAsync(http, new(at, "/hook"), HookDesk.KnownSecret, TimeProvider.System, ct)),
            AllAsync(CapFeedCases.PlayAsync(http, new(at, "/feed.atom"), ct)),
            AllAsync(new EdxlRmCases(new RmDoor(http, new(at, "/edxl-rm"), null), TimeProvider.System, TimeSpan.FromMinutes(1)).PlayAsync(ct)));
        Assert.Equal([12, 5, 76], results.Select(r => r.Count));
        Assert.All(results.SelectMany(r => r), r => Assert.True(r.IsGood, $"{r.Rule}: {r.Found}"));
        var page = await http.GetStringAsync(at, ct);
        Assert.Contains("It is not signed.", page, StringComparison.Ordinal);
        Assert.Contains("Provisional says why", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<m:MessageID>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;m:MessageID&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_exercise_it_accepts_an_order_and_offers_what_it_is_asked_and_what_is_real_it_only_watches()
    {
        await using var sandbox = await StartAsync();
        var real = await RealOrderAsync();
        await ProbeRegion.UntilAsync(() => Task.FromResult(arrivals.Any(a => a.What == "command.order-issued.v1" && a.Body.Contains($"{real}", StringComparison.Ordinal))));
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var order = (await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = Boats() })).GetProperty("id").GetGuid();
        await ProbeRegion.UntilAsync(async () => (await scene.ReadAsync($"/v1/orders/{order}")).GetProperty("state").GetString() == "Accepted");
        var county = new Book((agency, roles) => scene.As(agency, roles), "county");
        await county.AskAsync(await county.RequestAsync("assault-boat", 2, incident: incident), "sandbox", 2);
        await ProbeRegion.UntilAsync(async () => (await scene.As("sandbox", Roles.Logistics).GetJsonAsync("/v1/agencies/sandbox/asks"))
            .GetProperty("items").EnumerateArray().Any(a => a.GetProperty("offered").GetInt32() == 2));
        // What came first was looked at first, and nothing was done about it.
        Assert.Equal("Issued", (await region.As("county", Roles.Commander).GetJsonAsync($"/v1/orders/{real}")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task It_stands_beside_no_region_but_a_development_region_on_this_machine()
    {
        var away = await Assert.ThrowsAsync<RegionException>(() => SandboxAgency.StartAsync(new("http://region.example"), "sandbox", at, arrivals.Enqueue, ct));
        Assert.Contains("this machine alone", away.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RegionException>(() => SandboxAgency.StartAsync(region.Address, "sandbox", new("http://0.0.0.0:8710"), arrivals.Enqueue, ct));
        await using var stranger = await Exchange.Receiver.StartAsync();
        stranger.Answer = Exchange.Receiver.Status(404);
        var other = await Assert.ThrowsAsync<RegionException>(() => SandboxAgency.StartAsync(new(stranger.Url, "/"), "sandbox", at, arrivals.Enqueue, ct));
        Assert.Contains("no local issuer", other.Message, StringComparison.Ordinal);
    }

    private Task<SandboxAgency> StartAsync() => SandboxAgency.StartAsync(region.Address, "sandbox", at, arrivals.Enqueue, ct);

    private static object Boats() => new { kind = "Rescue", instruction = "Two boats to the school.", toAgency = "sandbox", addresseeKind = "Agency", addressee = "sandbox" };

    private async Task<Guid> RealOrderAsync()
    {
        using (var set = await region.As("region", Roles.Operator).PutAsync("/v1/jurisdictions/220000", """{"tier":"Province","parent":null,"name":"220000","nameZh":"220000"}"""))
            await set.JsonAsync();
        var now = DateTimeOffset.UtcNow;
        var county = region.As("county", Roles.Commander);
        using var incident = await county.PostAsync("/v1/incidents", new { kind = "FloodOrDrought", title = "Songhua river", jurisdiction = "220000", occurredAt = now.AddHours(-1), knownAt = now.AddMinutes(-30) });
        using var order = await county.PostAsync("/v1/orders", new { incidentId = (await incident.JsonAsync()).GetProperty("id").GetGuid(), task = Boats() });
        return (await order.JsonAsync()).GetProperty("id").GetGuid();
    }

    private static async Task<List<CaseResult>> AllAsync(IAsyncEnumerable<CaseResult> cases)
    {
        var results = new List<CaseResult>();
        await foreach (var result in cases) results.Add(result);
        return results;
    }
}
