using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Exchange;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Sharing;

/// <summary>Whatever is read of an incident by another agency than its owner is in the owner's access log.</summary>
public abstract class AccessLogTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : AccessLogTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AccessLogTests(region);

    private static readonly string[] Every = [Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Approver, Roles.Integration];

    [Fact]
    public async Task Every_operation_that_tells_of_an_incident_leaves_an_entry_for_its_owner()
    {
        var scene = await Scene.HeldAsync(region);
        var file = await IncidentFile.OpenAsync(scene, () => region.QuietAsync(scene.Exercise));
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "weather", jurisdiction = Scene.County, power = "SeeIncidents", basis = "Agreement 7" }, roles: [Roles.Operator]);
        await region.QuietAsync(scene.Exercise);
        var told = new List<string>();
        foreach (var (row, path) in Questions(file))
        {
            using var answer = await scene.As("weather", Every).GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode && !text.Contains("\"items\":[]", StringComparison.Ordinal) && text is not ("" or "[]")) told.Add(row.Operation);
        }
        var noted = (await EntriesAsync(scene, "county", file.Incident)).Where(e => e.Text("agency") == "weather").Select(e => e.Text("operation")).ToHashSet();
        Assert.Equal([], told.Where(o => !noted.Contains(o)));
        Assert.True(told.Count >= 20, string.Join(", ", told));
    }

    [Fact]
    public async Task An_entry_says_who_how_and_how_often_and_neither_the_owner_nor_who_finds_nothing_leaves_one()
    {
        await WithinOneHour.BeginAsync(TimeSpan.FromSeconds(30));
        var (scene, path) = (await Scene.HeldAsync(region), "/v1/incidents/");
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "fire");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.As("fire").GetJsonAsync(path + incident)));
        await scene.As("county").GetJsonAsync(path + incident);
        using var strange = await scene.As("harbour").GetAsync(path + incident);
        await strange.ProblemAsync(404, "not-found");
        await scene.As("review", Roles.Auditor).GetJsonAsync(path + incident);

        var entries = await EntriesAsync(scene, "county", incident);
        Assert.Equal(["fire", "review"], entries.Select(e => e.Text("agency")));
        var entry = entries[0];
        Assert.Equal(($"fire-{Roles.Commander}", "readIncident", "county", 8), (entry.Text("person"), entry.Text("operation"), entry.Text("owner"), entry.GetProperty("times").GetInt32()));
        Assert.Equal(2, (await EntriesAsync(scene, "review", incident, Roles.Auditor)).Count);
        Assert.Empty(await EntriesAsync(scene, "fire", incident));
        Assert.Empty(await ItemsAsync(scene.As("county"), $"/v1/command/accesses?subject={incident}&agency=harbour"));
        Assert.Single(await ItemsAsync(scene.As("county"), $"/v1/command/accesses?agency=fire&since={Uri.EscapeDataString(entry.Text("lastAt"))}"));
    }

    [Fact]
    public async Task What_the_log_of_the_region_gives_is_noted_for_pages_streams_and_webhooks_and_not_what_is_for_all()
    {
        await WithinOneHour.BeginAsync(TimeSpan.FromSeconds(30));
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "fire");
        await region.QuietAsync(scene.Exercise);
        await using var receiver = await Receiver.StartAsync();
        var made = await scene.OkAsync("fire", "/v1/subscriptions", new { name = "desk", kind = "Webhook", url = receiver.Url, filter = new { incidents = new[] { incident } } }, roles: [Roles.Integration]);
        await scene.OkAsync("county", $"/v1/incidents/{incident}/confirm", ifMatch: 2);
        await receiver.HearsAsync(p => p.Count > 0);
        foreach (var (agency, role) in ((string, string)[])[("fire", Roles.Integration), ("harbour", Roles.Integration), ("county", Roles.Integration), ("region", Roles.Operator)])
            await scene.As(agency, role).GetJsonAsync($"/v1/events?exercise={scene.Exercise}&limit=200");
        await StreamAsync(scene, incident);

        var entries = (await EntriesAsync(scene, "county", incident)).Where(e => e.Text("operation") is "webhook" or "readEvents").ToList();
        Assert.Equal(
            [("fire", made.Id().ToString(), "webhook"), ("fire", $"fire-{Roles.Commander}", "readEvents"), ("fire", $"fire-{Roles.Integration}", "readEvents"), ("region", $"region-{Roles.Operator}", "readEvents")],
            entries.Select(e => (e.Text("agency"), e.Text("person"), e.Text("operation"))).Order());
    }

    [Fact]
    public async Task Who_reviews_the_region_leaves_a_trace_in_the_reports_and_books_it_reads_and_in_complaints_for_its_peers_alone()
    {
        var report = (await region.Sender().SendAsync()).Id();
        var requisition = (await new Resources.Book((agency, roles) => region.As(agency, roles), "city")
            .CreateAsync("requisitions", new { incidentId = Guid.NewGuid(), typeCode = "speedboat", quantity = 1 })).Id();
        using var told = await region.Anonymous().PostAsync("/v1/responder-complaints", new { agency = "city", words = "They came late" });
        var complaint = (await told.JsonAsync()).Id();
        var review = region.As("review", Roles.Auditor);
        await region.QuietAsync();
        foreach (var path in (string[])[$"/v1/reports/{report}", $"/v1/agencies/city/requisitions/{requisition}", $"/v1/events?subject={report}", "/v1/responder-complaints?limit=200"]) await review.GetJsonAsync(path);
        await region.Officer().GetJsonAsync($"/v1/reports/{report}");

        foreach (var (owner, path) in ((string, string)[])[(Desk.County, $"/v1/intake/accesses?subject={report}"), (Desk.County, $"/v1/exchange/accesses?subject={report}"), ("city", $"/v1/resources/accesses?subject={requisition}")])
            Assert.Equal("review", Assert.Single(await ItemsAsync(region.Officer(owner), path)).Text("agency"));
        Assert.Empty(await ItemsAsync(region.Officer("city"), $"/v1/oversight/accesses?subject={complaint}"));
        Assert.Single(await ItemsAsync(review, $"/v1/oversight/accesses?subject={complaint}"));
    }

    /// <summary>Reads the first event of a stream.</summary>
    private static async Task StreamAsync(Scene scene, Guid incident)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/events?exercise={scene.Exercise}&subject={incident}");
        request.Headers.Add("Accept", "text/event-stream");
        using var answer = await scene.As("fire").Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return;
        Assert.Fail("the stream ended");
    }

    /// <summary>All that is read of incidents: by their ids and in lists.</summary>
    private static IEnumerable<(MatrixRow Row, string Path)> Questions(IncidentFile file) =>
        file.Operations.Where(o => o.Operation.Method == "GET").Select(o => (Matrix.Rows.Single(r => r.Method == "GET" && r.Path == o.Operation.Path), o.Path))
            .Concat(Matrix.Rows.Where(r => r.Relation == "incident" && r.Method == "GET" && !r.Path.Contains('{', StringComparison.Ordinal)).Select(r => (r, r.Path)));

    /// <summary>What an agency finds in the access logs of all services, oldest first.</summary>
    private static async Task<IReadOnlyList<JsonElement>> EntriesAsync(Scene scene, string agency, Guid incident, string role = Roles.DutyOfficer)
    {
        var entries = new List<JsonElement>();
        foreach (var service in (string[])["command", "intake", "public-information", "oversight", "exchange"])
            entries.AddRange(await ItemsAsync(scene.As(agency, role), $"/v1/{service}/accesses?subject={incident}&limit=200"));
        return entries;
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(ApiClient client, string path) => [.. (await client.GetJsonAsync(path)).GetProperty("items").EnumerateArray()];
}
