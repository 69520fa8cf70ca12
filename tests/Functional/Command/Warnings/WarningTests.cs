using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Warnings;

public abstract class WarningTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : WarningTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : WarningTests(region);

    private static async Task<Scene> WithMetOfficeAsync(Region region)
    {
        var scene = await Scene.HeldAsync(region);
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "county", jurisdiction = Scene.County, power = "IssueWarnings", basis = "Art. 63" }, roles: [Roles.Operator]);
        return scene;
    }

    private static async Task<object> ContentAsync(Scene scene, string level = "Orange", string kind = "Meteorological", string? eventCode = "11B03", int hours = 6, Guid? indicatorId = null) => new
    {
        kind,
        level,
        jurisdiction = Scene.County,
        areas = new[] { Scene.County },
        cautions = "Rivers rise",
        measures = "Leave the low ground",
        startsAt = await scene.NowAsync(),
        expiresAt = (await scene.NowAsync()).AddHours(hours),
        eventCode,
        indicatorId,
    };

    private static async Task<JsonElement> IssuedAsync(Scene scene, string level, params string[] recipients)
    {
        var warning = await scene.OkAsync("met-office", "/v1/warnings", await ContentAsync(scene, level), roles: [Roles.Integration]);
        return await scene.StepsAsync("/v1/warnings", warning, ("county", "approve", null), ("county", "issue", new { recipients }));
    }

    private static async Task<Dictionary<string, string>> CallsAsync(Scene scene, string path) =>
        (await scene.ReadAsync($"{path}/calls")).GetProperty("items").EnumerateArray().ToDictionary(c => c.GetProperty("recipient").GetString()!, c => c.GetProperty("state").GetString()!);

    [Theory]
    [InlineData("Red", 15)]
    [InlineData("Orange", 30)]
    public async Task Who_is_called_answers_in_time_or_is_escalated_at_the_limit(string level, int minutes)
    {
        var scene = await WithMetOfficeAsync(region);
        var warning = await IssuedAsync(scene, level, "village-1", "village-2");
        var path = $"/v1/warnings/{warning.GetProperty("id").GetGuid()}";
        await scene.AdvanceAsync(TimeSpan.FromMinutes(minutes - 1));
        await scene.OkAsync("village-1", $"{path}/answer", roles: [Roles.DutyOfficer]);
        Assert.Equal("Called", (await CallsAsync(scene, path))["village-2"]);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(("Answered", "Escalated"), ((await CallsAsync(scene, path))["village-1"], (await CallsAsync(scene, path))["village-2"]));
        await scene.RefusedAsync(404, "not-found", "village-3", $"{path}/answer", roles: [Roles.DutyOfficer]);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(7));
        await scene.OkAsync("village-2", $"{path}/answer", roles: [Roles.DutyOfficer]);
        Assert.Equal(["Met", "MetLate"], (await ClocksAsync(scene, warning, "warning.answer")).Select(c => c.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Silence_is_told_to_the_next_body_on_duty_above_each_with_a_clock_of_its_own_until_one_takes_it_over()
    {
        var scene = await WithMetOfficeAsync(region);
        foreach (var (agency, at) in ((string, string)[])[("county-duty", Scene.County), ("city-duty", "220200")])
            await scene.OkAsync("region", "/v1/authority-grants", new { agency, jurisdiction = at, power = "KeepDuty", basis = "Art. 17" }, roles: [Roles.Operator]);
        var warning = await IssuedAsync(scene, "Red", "village-1", "village-2");
        var path = $"/v1/warnings/{warning.GetProperty("id").GetGuid()}";
        await scene.AdvanceAsync(TimeSpan.FromMinutes(16));
        var silent = await CallAsync(scene, path, "village-1");
        Assert.Equal(["county-duty"], Superiors(silent));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["county-duty", "city-duty"], Superiors(await CallAsync(scene, path, "village-1")));
        var call = $"{path}/calls/{silent.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(403, "not-the-recipient", "fire", $"{call}/take-over");
        await scene.OkAsync("city-duty", $"{call}/take-over");
        await scene.RefusedAsync(409, "already-answered", "county-duty", $"{call}/take-over");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["county-duty", "city-duty"], Superiors(await CallAsync(scene, path, "village-1")));
        // The other goes on to the issuer, who called, and there it ends.
        Assert.Equal(["county-duty", "city-duty", "county"], Superiors(await CallAsync(scene, path, "village-2")));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(["Breached", "Breached", "Breached", "Breached", "Met"], (await ClocksAsync(scene, warning, "warning.superior")).Select(c => c.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_warning_that_was_adjusted_is_adjusted_again_or_lifted_and_nobody_owes_an_answer_any_more()
    {
        var scene = await WithMetOfficeAsync(region);
        var warning = await IssuedAsync(scene, "Orange", "village-1");
        var later = (await scene.NowAsync()).AddHours(9);
        warning = await scene.StepsAsync("/v1/warnings", warning,
            ("county", "adjust", new { level = "Red", expiresAt = later }), ("county", "adjust", new { level = "Yellow", expiresAt = later }), ("county", "lift", null));
        Assert.Equal(("Lifted", "Yellow"), (warning.GetProperty("state").GetString(), warning.GetProperty("level").GetString()));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("Called", (await CallAsync(scene, $"/v1/warnings/{warning.GetProperty("id").GetGuid()}", "village-1")).GetProperty("state").GetString());
        Assert.Equal("Cancelled", (await ClocksAsync(scene, warning, "warning.answer")).Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_indicator_proposes_one_warning_that_follows_it_until_an_authorised_body_decides()
    {
        var scene = await WithMetOfficeAsync(region);
        var rain = await scene.OkAsync("met-office", "/v1/indicators", new { kind = "Rainfall", eventKind = "Meteorological", eventCode = "11B03", place = new { areaCode = "220221100" } }, roles: [Roles.Integration]);
        foreach (var level in (string[])["Advisory", "Yellow", "Orange", "Normal", "Orange"])
            rain = await scene.OkAsync("met-office", $"/v1/indicators/{rain.GetProperty("id").GetGuid()}/declare", new { level }, rain.GetProperty("version").GetInt32(), Roles.Integration);
        await region.QuietAsync(scene.Exercise);
        var proposed = Assert.Single(await OfAsync(scene, rain));
        Assert.Equal(("Proposed", "Orange", Scene.County), (proposed.GetProperty("state").GetString(), proposed.GetProperty("level").GetString(), proposed.GetProperty("jurisdiction").GetString()));
        var (path, version) = ($"/v1/warnings/{proposed.GetProperty("id").GetGuid()}", proposed.GetProperty("version").GetInt32());
        var content = new { areas = new[] { Scene.County }, cautions = "Rivers rise", measures = "Leave the low ground", startsAt = await scene.NowAsync(), expiresAt = (await scene.NowAsync()).AddHours(6) };
        await scene.RefusedAsync(409, "content-missing", "county", $"{path}/approve", ifMatch: version);
        await scene.RefusedAsync(403, "no-authority", "harbour", $"{path}/amend", content, version);
        await scene.OkAsync("met-office", $"{path}/amend", content, version, Roles.Integration);
        proposed = await scene.ReadAsync(path);
        await scene.StepsAsync("/v1/warnings", proposed, ("county", "approve", null), ("county", "issue", new { recipients = new[] { "village-1" } }));
        foreach (var level in (string[])["Normal", "Orange", "Red"])
            rain = await scene.OkAsync("met-office", $"/v1/indicators/{rain.GetProperty("id").GetGuid()}/declare", new { level }, rain.GetProperty("version").GetInt32(), Roles.Integration);
        await region.QuietAsync(scene.Exercise);
        var all = await OfAsync(scene, rain);
        Assert.Equal(["InForce Orange", "Proposed Red"], all.Select(w => $"{w.GetProperty("state").GetString()} {w.GetProperty("level").GetString()}"));
        var same = await scene.OkAsync("city-met", "/v1/warnings", await ContentAsync(scene, indicatorId: rain.GetProperty("id").GetGuid()), roles: [Roles.Integration]);
        await scene.RefusedAsync(409, "already-warned", "county", $"/v1/warnings/{same.GetProperty("id").GetGuid()}/approve", ifMatch: 1);
        await scene.RefusedAsync(400, "length", "county", $"/v1/warnings/{same.GetProperty("id").GetGuid()}/reject", new { reason = new string('x', 501) }, 1);
        same = await scene.StepsAsync("/v1/warnings", same, ("county", "reject", new { reason = "It is in force" }));
        Assert.Equal(("Rejected", "It is in force"), (same.GetProperty("state").GetString(), same.GetProperty("reason").GetString()));
        // Whoever calls as before there were reasons gives none.
        Assert.False((await scene.StepsAsync("/v1/warnings", all[1], ("county", "reject", null))).TryGetProperty("reason", out _));
    }

    private static async Task<List<JsonElement>> OfAsync(Scene scene, JsonElement indicator) =>
        [.. (await scene.ReadAsync($"/v1/warnings?indicator={indicator.GetProperty("id").GetGuid()}")).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> CallAsync(Scene scene, string path, string recipient) =>
        (await scene.ReadAsync($"{path}/calls")).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("recipient").GetString() == recipient);

    private static IEnumerable<string?> Superiors(JsonElement call) => call.GetProperty("superiors").EnumerateArray().Select(s => s.GetString());

    [Fact]
    public async Task Only_an_authorised_body_makes_a_warning()
    {
        var scene = await WithMetOfficeAsync(region);
        var warning = await scene.OkAsync("met-office", "/v1/warnings", await ContentAsync(scene), roles: [Roles.Integration]);
        var path = $"/v1/warnings/{warning.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(403, "no-authority", "fire", $"{path}/approve", ifMatch: 1);
        await scene.RefusedAsync(409, "illegal-transition", "county", $"{path}/issue", new { recipients = Array.Empty<string>() }, 1);
        await scene.OkAsync("county", $"{path}/approve", ifMatch: 1);
        await scene.RefusedAsync(403, "no-authority", "fire", $"{path}/issue", new { recipients = Array.Empty<string>() }, 2);
        await scene.RefusedAsync(400, "code", "county", $"{path}/issue", new { recipients = new[] { "Mr Li of village 7" } }, 2);
    }

    [Fact]
    public async Task A_warning_is_adjusted_issued_again_and_lifted_and_neighbours_are_told_in_ten_minutes()
    {
        var scene = await WithMetOfficeAsync(region);
        var warning = await IssuedAsync(scene, "Orange");
        var path = $"/v1/warnings/{warning.GetProperty("id").GetGuid()}";
        await scene.AdvanceAsync(TimeSpan.FromMinutes(9));
        warning = await scene.OkAsync("county", $"{path}/neighbours", new { jurisdiction = "220200" });
        Assert.Equal("Met", (await ClocksAsync(scene, warning, "warning.neighbour-notice")).Single().GetProperty("state").GetString());
        await scene.RefusedAsync(400, "unknown-jurisdiction", "county", $"{path}/neighbours", new { jurisdiction = "990000" });
        var later = (await scene.NowAsync()).AddHours(9);
        await scene.RefusedAsync(400, "same-level", "county", $"{path}/adjust", new { level = "Orange", expiresAt = later }, warning.GetProperty("version").GetInt32());
        warning = await scene.StepsAsync("/v1/warnings", warning, ("county", "adjust", new { level = "Red", expiresAt = later }));
        Assert.Equal("Adjusted", warning.GetProperty("state").GetString());
        warning = await scene.StepsAsync("/v1/warnings", warning, ("county", "issue", new { recipients = new[] { "village-1" } }), ("county", "lift", null));
        Assert.Equal(("Lifted", "Red"), (warning.GetProperty("state").GetString(), warning.GetProperty("level").GetString()));
        Assert.Equal(["Met", "Met"], (await ClocksAsync(scene, warning, "warning.review")).Select(c => c.GetProperty("state").GetString()));
        await scene.RefusedAsync(409, "illegal-transition", "county", $"{path}/lift", ifMatch: warning.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Who_answered_is_called_again_when_the_level_is_another_and_who_did_not_gets_no_more_time()
    {
        var scene = await WithMetOfficeAsync(region);
        string[] villages = ["village-1", "village-2"];
        var warning = await IssuedAsync(scene, "Orange", villages);
        var path = $"/v1/warnings/{warning.GetProperty("id").GetGuid()}";
        await scene.OkAsync("village-1", $"{path}/answer", roles: [Roles.DutyOfficer]);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(20));
        await scene.StepsAsync("/v1/warnings", warning, ("county", "adjust", new { level = "Red", expiresAt = (await scene.NowAsync()).AddHours(9) }), ("county", "issue", new { recipients = villages }));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(("Called", "Escalated"), ((await CallsAsync(scene, path))["village-1"], (await CallsAsync(scene, path))["village-2"]));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("Escalated", (await CallsAsync(scene, path))["village-1"]);
        Assert.Equal(["Breached", "Breached", "Met"], (await ClocksAsync(scene, warning, "warning.answer")).Select(c => c.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_warning_runs_out_only_when_someone_looked()
    {
        var scene = await WithMetOfficeAsync(region);
        var warning = await IssuedAsync(scene, "Blue");
        var path = $"/v1/warnings/{warning.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(409, "not-expired", "county", $"{path}/expire", ifMatch: 3);
        await scene.AdvanceAsync(TimeSpan.FromHours(7));
        Assert.Equal("InForce", (await scene.ReadAsync(path)).GetProperty("state").GetString());
        Assert.Equal("Expired", (await scene.StepsAsync("/v1/warnings", warning, ("county", "expire", null))).GetProperty("state").GetString());
        Assert.Equal("MetLate", (await ClocksAsync(scene, warning, "warning.review")).Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_warning_holds_what_article_64_asks_for()
    {
        var scene = await WithMetOfficeAsync(region);
        await scene.RefusedAsync(400, "no-warning-colour", "county", "/v1/warnings", await ContentAsync(scene, kind: "CrowdSafety", eventCode: null));
        await scene.RefusedAsync(400, "event-code", "county", "/v1/warnings", await ContentAsync(scene, eventCode: "11C02"));
        await scene.RefusedAsync(400, "expiry", "county", "/v1/warnings", await ContentAsync(scene, hours: -1));
        await scene.RefusedAsync(400, "type", "county", "/v1/warnings", await ContentAsync(scene, level: "Purple"));
        var warning = await IssuedAsync(scene, "Yellow");
        string[] content = ["kind", "category", "level", "startsAt", "areas", "cautions", "measures", "issuerAgency", "issuedAt"];
        Assert.All(content, member => Assert.NotEqual(JsonValueKind.Null, warning.GetProperty(member).ValueKind));
    }

    private static async Task<List<JsonElement>> ClocksAsync(Scene scene, JsonElement warning, string key)
    {
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        return [.. page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("subject").GetGuid() == warning.GetProperty("id").GetGuid() && c.GetProperty("key").GetString() == key)];
    }
}
