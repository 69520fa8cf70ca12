using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.Contracts;
using Coordination.Rpc.Exchange.V1;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Intake;
using Grpc.Core;

namespace Coordination.Tests.Functional.Sharing;

/// <summary>Who is given an event reads what it is about over HTTP, and nobody else is given it: the label of its type (<c>docs/labels.csv</c>) agrees with the operation that reads the thing.</summary>
public sealed class AgreementTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private static readonly string[] Every = [Roles.Reporter, Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Approver, Roles.Integration];

    private static readonly Dictionary<string, string[]> Rows = File.ReadAllLines(SourceTree.At("docs", "labels.csv")).Skip(1).Select(l => l.Split(';')).ToDictionary(c => c[0], StringComparer.Ordinal);

    private readonly Dictionary<(string Agency, string Path), bool> read = [];

    [Fact]
    public async Task Who_is_given_an_event_may_read_what_it_is_about_and_nobody_else_is_given_it()
    {
        var scene = await Scene.HeldAsync(region);
        var file = await IncidentFile.OpenAsync(scene, () => region.QuietAsync(scene.Exercise));
        var now = await scene.NowAsync();
        var report = await scene.As(Desk.Township, Roles.Reporter).SendAsync(Desk.Report(Desk.Whole(occurredAt: now)).With("knownAt", now));
        await scene.OkAsync(Desk.County, $"/v1/reports/{report.Id()}/acknowledge", roles: [Roles.DutyOfficer]);
        var message = await scene.OkAsync("sms-gateway", "/v1/gateway-messages", new { messageId = $"{Guid.NewGuid():N}", channel = "ShortMessage", text = "快来人", sender = "Canary" }, roles: [Roles.Integration]);
        await scene.OkAsync("city", "/v1/agencies/city/requisitions", new { incidentId = file.Incident, typeCode = "speedboat", quantity = 1 });
        await region.QuietAsync(scene.Exercise);
        var all = await EventsAsync(scene, "region", Roles.Operator);
        Assert.Contains(all, e => e.Type == "intake.message-held.v1" && e.Data.GetProperty("messageRecordId").GetGuid() == message.Id());
        var (faults, labels) = (new List<string>(), new HashSet<string>());
        foreach (var agency in (string[])["county", "city", "fire", "harbour", Desk.Township, Desk.County, "duty-office"])
        {
            var given = (await EventsAsync(scene, agency, Roles.Integration)).Select(e => e.Position).ToHashSet();
            Assert.Equal(given.Order(), await StreamedAsync(scene, agency, given.Max()));
            var board = await BoardAsync(scene, agency);
            Assert.Equal(agency is Desk.Township or Desk.County, board.Contains(report.Id()));
            foreach (var e in all)
            {
                if ((e.Type == "clocks.clock-changed.v1" ? board.Contains(e.Data.GetProperty("clockId").GetGuid()) : await MayReadAsync(scene, agency, e)) is not { } may) continue;
                labels.Add(e.Label);
                if (may != given.Contains(e.Position)) faults.Add($"{agency} {(may ? "reads" : "does not read")} what {e.Type} ({e.Label}) is about and is {(may ? "not " : "")}given it");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Superset(new HashSet<string>([Labels.Green, Labels.Amber, Labels.AmberStrict]), labels);
    }

    [Fact]
    public async Task Another_agencys_report_is_there_for_who_takes_part_in_its_incident_and_for_no_other()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "fire");
        await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "Boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire", copyTo = new[] { "health" } } });
        await region.QuietAsync(scene.Exercise);
        var now = await scene.NowAsync();
        var zero = new Dictionary<string, object?>
        {
            ["kind"] = "Zero", ["source"] = "Agency", ["channel"] = "Online", ["toAgency"] = Desk.City, ["category"] = "NaturalDisaster", ["place"] = new { areaCode = "220221" },
            ["knownAt"] = now, ["content"] = new { }, ["tier"] = "County", ["toTier"] = "Prefecture", ["incidentId"] = incident,
        };
        var named = (await scene.As(Desk.County, Roles.Reporter).SendAsync(zero)).Id();
        foreach (var agency in (string[])["fire", "health", "harbour"])
        {
            using var hidden = await scene.As(agency, Roles.DutyOfficer).GetAsync($"/v1/reports/{named}");
            await hidden.ProblemAsync(404, "not-found");
            var own = (await scene.As(Desk.Township, Roles.Reporter).SendAsync(Desk.Report(Desk.Whole(occurredAt: now)).With("knownAt", now).With("toAgency", agency))).Id();
            var body = new { reportId = own, target = "Report", targetId = named };
            // A copy of an order is read: who got one decides on nothing.
            if (agency == "fire") await scene.OkAsync(agency, "/v1/correlations", body, roles: [Roles.DutyOfficer]);
            else await scene.RefusedAsync(400, "unknown-target", agency, "/v1/correlations", body, roles: [Roles.DutyOfficer]);
        }
    }

    [Fact]
    public async Task What_belongs_to_no_incident_has_a_timeline_for_those_alone_who_run_and_review_the_region()
    {
        using var ended = await region.AsPerson("operator-1", "region", Roles.Operator).PostAsync("/v1/access-ends", new { kind = "Subject", value = "nobody-1", basis = "left" });
        var (end, report) = ((await ended.JsonAsync()).Id(), (await region.Sender().SendAsync()).Id());
        await region.QuietAsync();
        foreach (var id in (Guid[])[end, report])
        {
            foreach (var reader in (string[])[Roles.Auditor, Roles.Operator]) Assert.NotEmpty(await TimelineAsync(region.As("region", reader), id));
            foreach (var agency in (string[])["harbour", Desk.County]) Assert.Empty(await TimelineAsync(region.AsPerson(agency, agency, Every), id));
        }

        static async Task<IEnumerable<JsonElement>> TimelineAsync(ApiClient reader, Guid id) => (await reader.GetJsonAsync($"/v1/incidents/{id}/timeline")).GetProperty("items").EnumerateArray();
    }

    /// <summary>Null where the operation reads nothing by a member of the event.</summary>
    private async Task<bool?> MayReadAsync(Scene scene, string agency, Told e)
    {
        var row = Rows[e.Type];
        var asked = (e.Label == row[1] ? row[2] : row[4]).Split('(', ')');
        if (asked.Length < 2 || !e.Data.TryGetProperty(asked[1], out var id)) return null;
        var operation = Matrix.Rows.Single(r => r.Operation == asked[0]);
        var path = operation.Relation == "book" ? operation.Path.Replace("{agency}", agency, StringComparison.Ordinal) : operation.Path;
        path = Regex.Replace(path, "\\{[^}]+\\}", id.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1));
        if (read.TryGetValue((agency, path), out var known)) return known;
        using var answer = await region.AsPerson(agency, agency, Every).In(scene.Exercise!.Value).GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (!answer.IsSuccessStatusCode) Assert.True((int)answer.StatusCode == 404, $"{agency} {path}: {(int)answer.StatusCode} {text}");
        return read[(agency, path)] = answer.IsSuccessStatusCode && !text.Contains("\"items\":[]", StringComparison.Ordinal) && text is not ("" or "[]");
    }

    /// <summary>Clocks that the board shows it, and what they are about.</summary>
    private static async Task<HashSet<Guid>> BoardAsync(Scene scene, string agency)
    {
        var ids = new HashSet<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await scene.As(agency, Roles.DutyOfficer).GetJsonAsync($"/v1/clock-board?limit=200{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            foreach (var clock in page.GetProperty("items").EnumerateArray()) ids.UnionWith([clock.Id(), clock.GetProperty("entityId").GetGuid()]);
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        return ids;
    }

    private static async Task<List<Told>> EventsAsync(Scene scene, string agency, string role)
    {
        var all = new List<Told>();
        for (string? cursor = "0"; cursor is not null;)
        {
            var page = await scene.As(agency, role).GetJsonAsync($"/v1/events?exercise={scene.Exercise}&limit=200&cursor={cursor}");
            foreach (var item in page.GetProperty("items").EnumerateArray())
                all.Add(new(item.GetProperty("position").GetInt64(), item.GetProperty("event").Text("type"), item.GetProperty("event").Text("tlp"), item.GetProperty("event").GetProperty("data")));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        return all;
    }

    /// <summary>What the same agency's stream over gRPC gives up to a position.</summary>
    private async Task<List<long>> StreamedAsync(Scene scene, string agency, long upTo)
    {
        using var call = new Events.EventsClient(region.Calls(agency, Roles.Integration)).Subscribe(new() { Exercise = $"{scene.Exercise}" }, deadline: DateTime.UtcNow.AddSeconds(60));
        var positions = new List<long>();
        while (positions.LastOrDefault() < upTo && await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)) positions.Add(call.ResponseStream.Current.Position);
        return positions;
    }

    private sealed record Told(long Position, string Type, string Label, JsonElement Data);
}
