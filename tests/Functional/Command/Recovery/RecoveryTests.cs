using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Recovery;

public abstract class RecoveryTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RecoveryTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RecoveryTests(region);

    private static readonly object Plan = new { goals = "Water and roads as before in spring", measures = new[] { "Repair the dyke" } };

    [Fact]
    public async Task Losses_are_assessed_a_plan_is_adopted_and_reported_up_and_its_tasks_are_done_before_the_incident_is_closed()
    {
        var scene = await Scene.HeldAsync(region);
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "city-duty", jurisdiction = "220200", power = "KeepDuty", basis = "Art. 17" }, roles: [Roles.Operator]);
        var incident = await scene.IncidentAsync();
        var path = $"/v1/incidents/{incident}";
        await scene.JoinAsync(incident, "bureau");
        await scene.RefusedAsync(409, "not-after-response", "county", $"{path}/losses", await LossAsync(scene, 100));
        await MoveAsync(scene, incident, "confirm", "activate", "stabilise", "end-response");
        await scene.RefusedAsync(409, "not-in-recovery", "county", $"{path}/recovery-plans", Plan);
        await MoveAsync(scene, incident, "begin-recovery");

        var wrong = await scene.OkAsync("county", $"{path}/losses", await LossAsync(scene, 1_000_000));
        await scene.OkAsync("bureau", $"{path}/losses", await LossAsync(scene, 130_000));
        await scene.OkAsync("county", $"{path}/losses", await LossAsync(scene, 100_000, wrong.GetProperty("id").GetGuid(), "A nought too many"));
        var housing = (await scene.ReadAsync($"{path}/losses/tally")).GetProperty("items")[0];
        Assert.Equal((100_000, 130_000, 2), (housing.GetProperty("lowestMinor").GetInt64(), housing.GetProperty("highestMinor").GetInt64(), housing.GetProperty("figures").GetArrayLength()));
        Assert.Equal(3, (await scene.ReadAsync($"{path}/losses")).GetProperty("items").GetArrayLength());

        await scene.RefusedAsync(403, "not-leading", "bureau", $"{path}/recovery-plans", Plan);
        var plan = await scene.OkAsync("county", $"{path}/recovery-plans", Plan);
        var task = await TaskAsync(scene, "water", 30);
        await scene.RefusedAsync(409, "no-recovery-plan", "county", $"{path}/recovery-tasks", task);
        await scene.StepsAsync("/v1/recovery-plans", plan, ("county", "adopt", null));
        plan = await scene.StepsAsync("/v1/recovery-plans", await scene.OkAsync("county", $"{path}/recovery-plans", Plan), ("county", "rewrite", Plan), ("county", "adopt", null));
        Assert.Equal(["1 Superseded", "2 Adopted"], (await scene.ReadAsync($"{path}/recovery-plans")).GetProperty("items").EnumerateArray().Select(p => $"{p.GetProperty("number")} {p.GetProperty("state")}"));
        var notice = await scene.OkAsync("county", $"{path}/recovery-report", new { text = "Losses and plan, version 2" });
        Assert.Equal("city-duty", notice.GetProperty("agencies")[0].GetString());
        await scene.OkAsync("city-duty", $"/v1/notices/{notice.GetProperty("id").GetGuid()}/acknowledge", new { revision = 1 });

        var dyke = await scene.OkAsync("county", $"{path}/recovery-tasks", task);
        var road = await scene.OkAsync("county", $"{path}/recovery-tasks", await TaskAsync(scene, "roads", 3));
        Assert.Contains("water", (await scene.ReadAsync(path)).GetProperty("participants").EnumerateArray().Select(p => p.GetString()));
        await scene.RefusedAsync(403, "not-the-assignee", "county", $"/v1/recovery-tasks/{dyke.GetProperty("id").GetGuid()}/complete", ifMatch: 1);
        dyke = await scene.StepsAsync("/v1/recovery-tasks", dyke, ("water", "progress", new { progress = 40 }));
        await scene.AdvanceAsync(TimeSpan.FromDays(4));
        var standing = (await scene.ReadAsync($"{path}/situation-report")).GetProperty("report").GetProperty("recovery");
        Assert.Equal((2, 2, 1), (standing.GetProperty("planNumber").GetInt32(), standing.GetProperty("tasksOpen").GetInt32(), standing.GetProperty("tasksOverdue").GetInt32()));
        await MoveAsync(scene, incident, "begin-review");
        var version = (await scene.ReadAsync(path)).GetProperty("version").GetInt32();
        await scene.RefusedAsync(409, "recovery-tasks-open", "county", $"{path}/close", ifMatch: version);
        await scene.StepsAsync("/v1/recovery-tasks", dyke, ("water", "complete", null));
        await scene.StepsAsync("/v1/recovery-tasks", road, ("county", "cancel", new { reason = "Another road is built" }));
        await MoveAsync(scene, incident, "close");
        Assert.Equal(["recovery.loss Met", "recovery.plan Met", "recovery.report Met", "recovery.task Breached", "recovery.task Met"], await ClocksAsync(scene, incident));
    }

    private static async Task MoveAsync(Scene scene, Guid incident, params string[] verbs) =>
        await scene.StepsAsync("/v1/incidents", await scene.ReadAsync($"/v1/incidents/{incident}"), [.. verbs.Select(v => ("county", v, (object?)null))]);

    private static async Task<object> LossAsync(Scene scene, long amount, Guid? corrects = null, string? reason = null) => new
    {
        figures = new[] { new { sector = "Housing", confidence = "Reported", amountMinor = amount, unit = "Rooms", destroyed = 4, damaged = 9 } }, currency = "CNY", assessedAt = await scene.NowAsync(), corrects, reason,
    };

    private static async Task<object> TaskAsync(Scene scene, string agency, int days) =>
        new { sector = "Infrastructure", text = "Repair it", agency, dueAt = (await scene.NowAsync()).AddDays(days) };

    private static async Task<IEnumerable<string>> ClocksAsync(Scene scene, Guid incident)
    {
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        return page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("subject").GetGuid() == incident && c.GetProperty("key").GetString()!.StartsWith("recovery.", StringComparison.Ordinal))
            .Select(c => $"{c.GetProperty("key")} {c.GetProperty("state")}").Order(StringComparer.Ordinal);
    }
}
