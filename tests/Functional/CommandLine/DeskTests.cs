using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.CommandLine;

/// <summary>A duty officer's morning with <c>coord</c>.</summary>
public sealed class DeskTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Fact]
    public async Task Who_has_not_logged_in_is_told_how()
    {
        using var coord = new Coord(region.Address);
        var said = await coord.RunAsync((string?)null, "incident", "list");
        Assert.Equal(2, said.Status);
        Assert.Contains("coord login", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_keeps_no_token()
    {
        using var coord = await LoggedInAsync("reporter");
        Assert.Contains(Desk.Township, coord.Session, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", coord.Session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_sent_and_what_is_wrong_with_one_is_named()
    {
        using var coord = await LoggedInAsync("reporter");
        var sent = await coord.RunAsync(JsonSerializer.Serialize(Desk.Report(), Wire.Json), "report", "-", "--json");
        Assert.True(sent.Status == 0, sent.Error);
        var id = JsonDocument.Parse(sent.Output).RootElement.GetProperty("id").GetGuid();
        Assert.Equal(Desk.County, (await region.Sender().GetJsonAsync($"/v1/reports/{id}")).GetProperty("agency").GetString());
        var wrong = await coord.RunAsync(JsonSerializer.Serialize(Desk.Report().With("knownAt", DateTimeOffset.UtcNow.AddDays(1)), Wire.Json), "report", "-");
        Assert.Equal(1, wrong.Status);
        Assert.Contains("/knownAt", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incidents_are_listed_for_people_and_shown_as_json_for_pipes()
    {
        var title = $"Flood at {Guid.NewGuid():N}";
        using (var set = await region.As("region", Roles.Operator).PutAsync("/v1/jurisdictions/220000", """{"tier":"Province","parent":null,"name":"220000","nameZh":"220000"}"""))
            await set.JsonAsync();
        using var opened = await region.Officer().PostAsync("/v1/incidents", new
        {
            kind = "FloodOrDrought", title, jurisdiction = "220000", occurredAt = DateTimeOffset.UtcNow.AddHours(-1), knownAt = DateTimeOffset.UtcNow.AddMinutes(-30),
        });
        var id = (await opened.JsonAsync()).GetProperty("id").GetGuid();
        using var coord = await LoggedInAsync("duty-officer", Desk.County);
        Assert.Contains(title, (await coord.RunAsync((string?)null, "incident", "list")).Output, StringComparison.Ordinal);
        var shown = await coord.RunAsync((string?)null, "incident", "show", $"{id}", "--json");
        Assert.Equal(title, JsonDocument.Parse(shown.Output).RootElement.GetProperty("title").GetString());
        var report = await coord.RunAsync((string?)null, "incident", "sitrep", $"{id}", "--json");
        Assert.Equal(title, JsonDocument.Parse(report.Output).RootElement.GetProperty("reportTitle").GetString());
        Assert.Contains(title, (await coord.RunAsync((string?)null, "incident", "sitrep", $"{id}")).Output, StringComparison.Ordinal);
        coord.Language = "zh_CN.UTF-8";
        Assert.Contains($"情况报告: {title}", (await coord.RunAsync((string?)null, "incident", "sitrep", $"{id}", "--html")).Output, StringComparison.Ordinal);
        coord.Language = "en_US.UTF-8";
        var unknown = await coord.RunAsync((string?)null, "incident", "show", $"{Guid.NewGuid()}");
        Assert.Equal(1, unknown.Status);
        Assert.Contains("There is no incident", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_chinese_tables_and_refusals_are_chinese_and_json_is_what_it_always_is()
    {
        using var coord = await LoggedInAsync("duty-officer", Desk.County);
        coord.Language = "zh_CN.UTF-8";
        Assert.Contains("行政区划", (await coord.RunAsync(null, "incident", "list")).Output, StringComparison.Ordinal);
        var json = await coord.RunAsync(null, "status", "--json");
        Assert.Equal("service", JsonDocument.Parse(json.Output).RootElement[0].EnumerateObject().First().Name);
        Assert.DoesNotContain(json.Output, IsChinese);
        var unknown = await coord.RunAsync(null, "incident", "show", $"{Guid.NewGuid()}");
        Assert.Equal(1, unknown.Status);
        Assert.Contains(unknown.Error, IsChinese);

        static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff';
    }

    [Fact]
    public async Task A_drill_that_is_stopped_by_its_reader_ends_without_a_word_of_the_machine()
    {
        using var coord = new Coord(region.Address);
        var said = await coord.RunAndStopAsync("drill", "run", SourceTree.At("drills", "e4-crowd-overload.yaml"));
        Assert.Equal(130, said.Status);
        Assert.Equal("", said.Error.Trim());
        Assert.DoesNotContain("PASSED", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_list_is_there_for_who_may_read_it()
    {
        using var coord = await LoggedInAsync("commander", Desk.County);
        foreach (var list in (string[][])[["request", "list"], ["offer", "asks"], ["audit", "findings"], ["audit", "accesses", "command", "--agency", "fire", "--since", "2026-01-01T00:00:00Z"]])
        {
            var said = await coord.RunAsync(null, [.. list, "--json"]);
            Assert.True(said.Status == 0, $"{string.Join(' ', list)}: {said.Error}");
            Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(said.Output).RootElement.ValueKind);
        }
    }

    [Fact]
    public async Task A_region_that_is_not_there_is_said_in_a_line()
    {
        using var coord = new Coord(new Uri(Gateway.Edge.Nowhere()));
        var said = await coord.RunAsync((string?)null, "login", "--agency", "fire", "--role", "reporter");
        Assert.Equal(2, said.Status);
        Assert.Single(said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<Coord> LoggedInAsync(string role, string agency = Desk.Township)
    {
        var coord = new Coord(region.Address);
        var said = await coord.RunAsync((string?)null, "login", "--agency", agency, "--role", role);
        Assert.True(said.Status == 0, said.Error);
        return coord;
    }
}
