using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Periods;

public abstract class PeriodTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : PeriodTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : PeriodTests(region);

    private static object Content(params string[] objectives) => new
    {
        objectives = objectives.Select(text => new { text, priority = "LifeSafety", tactic = "Boats" }), safety = "Two by two", weather = "Rain",
        assignments = new[]
        {
            new { agency = "fire", place = "School", work = "Bring them over", channel = "Command" }, new { agency = "army", place = "Dyke", work = "Fill sacks 0600-1800", channel = "Command" },
        },
        channels = new[] { new { function = "Command", name = "TG 12", frequency = "351.525 MHz" } },
    };

    [Fact]
    public async Task Plans_are_approved_by_another_person_periods_follow_each_other_and_objectives_go_on_until_they_are_met()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var path = $"/v1/incidents/{incident}";
        await scene.JoinAsync(incident, "fire");
        await scene.OkAsync("county", $"{path}/acting-command");
        await MoveAsync(scene, incident, "confirm", "activate");
        await scene.RefusedAsync(403, "not-leading", "fire", $"{path}/operational-periods", await TimeAsync(scene, 0, 12));
        var first = await scene.OkAsync("county", $"{path}/operational-periods", await TimeAsync(scene, 0, 12));
        await scene.RefusedAsync(409, "periods-overlap", "county", $"{path}/operational-periods", await TimeAsync(scene, 11, 20));
        await scene.RefusedAsync(400, "telephone-number", "county", $"/v1/operational-periods/{Id(first)}/action-plans", new
        {
            objectives = Array.Empty<object>(), safety = "Heed", assignments = Array.Empty<object>(), channels = new[] { new { function = "Command", name = "13800138000" } },
        });

        var plan = await DraftAsync(scene, first, "Nobody drowns", "The dyke holds");
        await scene.RefusedAsync(403, "approver-is-author", "county", $"/v1/action-plans/{Id(plan)}/approve", null, 1, Roles.DutyOfficer, Roles.Commander);
        await scene.RefusedAsync(403, "not-in-command", "fire", $"/v1/action-plans/{Id(plan)}/approve", null, 1);
        await scene.StepsAsync("/v1/action-plans", plan, ("county", "approve", null));
        await scene.RefusedAsync(409, "not-a-draft", "county", $"/v1/action-plans/{Id(plan)}/rewrite", Content("Another"), 2);
        Assert.Equal(["1 Current"], await PeriodsAsync(scene, path));
        // The army was outside until the plan named it.
        Assert.Equal("Dyke", (await scene.As("army").GetJsonAsync($"{path}/action-plan")).GetProperty("plan").GetProperty("content").GetProperty("assignments")[1].GetProperty("place").GetString());
        await DraftAsync(scene, first);

        // Nothing is approved after it: its end warns and passes, and the next that is approved was late.
        var objectives = (await scene.ReadAsync($"{path}/objectives")).GetProperty("items").EnumerateArray();
        await scene.StepsAsync("/v1/objectives", objectives.Single(o => o.GetProperty("number").GetInt32() == 2), ("county", "drop", new { reason = "It broke" }));
        await scene.AdvanceAsync(TimeSpan.FromHours(13));
        var second = await scene.OkAsync("county", $"{path}/operational-periods", await TimeAsync(scene, 1, 12));
        await scene.StepsAsync("/v1/action-plans", await DraftAsync(scene, second, "The school is dry"), ("county", "approve", null));
        Assert.Equal(["1 Current", "2 Approved"], await PeriodsAsync(scene, path));
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(["1 Ended", "2 Current"], await PeriodsAsync(scene, path));
        Assert.Equal(["Approved", "Withdrawn"], await StatesAsync(scene, $"/v1/operational-periods/{Id(first)}/action-plans"));
        Assert.Equal(["period.approval Met", "period.approval Met", "period.begin Breached", "period.next MetLate", "period.next Running"], await ClocksAsync(scene, incident));

        var read = await scene.As("fire").GetJsonAsync($"{path}/action-plan");
        Assert.Equal(["1 Nobody drowns Open", "3 The school is dry Open"], read.GetProperty("objectives").EnumerateArray().Select(o => $"{o.GetProperty("number")} {o.GetProperty("text")} {o.GetProperty("state")}"));
        Assert.Equal(["1 Nobody drowns", "2 The dyke holds"], (await scene.ReadAsync($"{path}/action-plan?period=1")).GetProperty("plan").GetProperty("objectives").EnumerateArray().Select(o => $"{o.GetProperty("number")} {o.GetProperty("text")}"));
        var standing = (await scene.ReadAsync($"{path}/situation-report")).GetProperty("report").GetProperty("period");
        Assert.Equal((2, 1, 2), (standing.GetProperty("number").GetInt32(), standing.GetProperty("objectivesDropped").GetInt32(), standing.GetProperty("objectives").GetArrayLength()));

        await scene.StepsAsync("/v1/operational-periods", await scene.ReadAsync($"/v1/operational-periods/{Id(second)}"), ("county", "end", null));
        Assert.Equal(["Cancelled", "MetLate", "Running"], await NextAsync(scene, incident));

        // One that ran over and is then ended by hand owes the next from now, and so does a relapse after that time has passed too.
        var third = await scene.OkAsync("county", $"{path}/operational-periods", await TimeAsync(scene, 0, 1));
        await scene.StepsAsync("/v1/action-plans", await DraftAsync(scene, third), ("county", "approve", null));
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        await scene.StepsAsync("/v1/operational-periods", await scene.ReadAsync($"/v1/operational-periods/{Id(third)}"), ("county", "end", null));
        Assert.Equal(["Breached", "Cancelled", "Met", "MetLate", "Running"], await NextAsync(scene, incident));
        await scene.AdvanceAsync(TimeSpan.FromHours(13));
        await MoveAsync(scene, incident, "stabilise", "activate");
        Assert.Equal(["Breached", "Breached", "Cancelled", "Met", "MetLate", "Running"], await NextAsync(scene, incident));

        // The one that follows at last meets, late, each that passed.
        var fourth = await scene.OkAsync("county", $"{path}/operational-periods", await TimeAsync(scene, 12, 24));
        await scene.StepsAsync("/v1/action-plans", await DraftAsync(scene, fourth), ("county", "approve", null));
        Assert.Equal(["Cancelled", "Met", "Met", "MetLate", "MetLate", "MetLate"], await NextAsync(scene, incident));
        await MoveAsync(scene, incident, "stabilise", "end-response");
        Assert.Equal(["1 Ended", "2 Ended", "3 Ended", "4 Cancelled"], await PeriodsAsync(scene, path));
        await scene.RefusedAsync(409, "period-over", "county", $"/v1/operational-periods/{Id(fourth)}/action-plans", Content("Late"));
        Assert.DoesNotContain("period.next Running", await ClocksAsync(scene, incident));
    }

    [Fact]
    public async Task What_was_planned_for_an_incident_that_was_unfounded_is_given_up()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var path = $"/v1/incidents/{incident}";
        var period = await scene.OkAsync("county", $"{path}/operational-periods", await TimeAsync(scene, 0, 12));
        await scene.StepsAsync("/v1/action-plans", await DraftAsync(scene, period, "Nobody drowns"), ("county", "approve", null));
        await DraftAsync(scene, period, "The dyke holds");
        await MoveAsync(scene, incident, "unfounded");
        Assert.Equal(["1 Ended"], await PeriodsAsync(scene, path));
        Assert.Equal(["Approved", "Withdrawn"], await StatesAsync(scene, $"/v1/operational-periods/{Id(period)}/action-plans"));
        Assert.Equal(["Dropped"], await StatesAsync(scene, $"{path}/objectives"));
    }

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();

    private static async Task<object> TimeAsync(Scene scene, int from, int to)
    {
        var now = await scene.NowAsync();
        return new { from = now.AddHours(from), to = now.AddHours(to) };
    }

    /// <summary>Written by the duty officer, so that the commander may approve.</summary>
    private static Task<JsonElement> DraftAsync(Scene scene, JsonElement period, params string[] objectives) =>
        scene.OkAsync("county", $"/v1/operational-periods/{Id(period)}/action-plans", Content(objectives), roles: [Roles.DutyOfficer, Roles.Commander]);

    private static async Task MoveAsync(Scene scene, Guid incident, params string[] verbs) =>
        await scene.StepsAsync("/v1/incidents", await scene.ReadAsync($"/v1/incidents/{incident}"), [.. verbs.Select(v => ("county", v, (object?)null))]);

    private static async Task<IEnumerable<string>> PeriodsAsync(Scene scene, string path) =>
        (await scene.ReadAsync($"{path}/operational-periods")).GetProperty("items").EnumerateArray().Select(p => $"{p.GetProperty("number")} {p.GetProperty("state")}");

    private static async Task<IEnumerable<string>> StatesAsync(Scene scene, string path) =>
        (await scene.ReadAsync(path)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("state").GetString()!);

    private static async Task<IEnumerable<string>> NextAsync(Scene scene, Guid incident) =>
        from clock in await ClocksAsync(scene, incident) where clock.StartsWith("period.next ", StringComparison.Ordinal) select clock["period.next ".Length..];

    private static async Task<IEnumerable<string>> ClocksAsync(Scene scene, Guid incident)
    {
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        return page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("subject").GetGuid() == incident && c.GetProperty("key").GetString()!.StartsWith("period.", StringComparison.Ordinal))
            .Select(c => $"{c.GetProperty("key")} {c.GetProperty("state")}").Order(StringComparer.Ordinal);
    }
}
