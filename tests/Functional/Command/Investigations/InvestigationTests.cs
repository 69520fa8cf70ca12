using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Command.Investigations;

public abstract class InvestigationTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : InvestigationTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : InvestigationTests(region);

    private const string Path = "/v1/investigations", Asked = "/v1/investigation-measures";

    [Fact]
    public async Task An_exceptional_accident_is_investigated_by_the_body_of_its_grade_and_the_measures_of_its_reply_are_followed_up()
    {
        var scene = await GovernedAsync();
        var incident = await AccidentAsync(scene, 31);
        var (t0, begin) = (await scene.NowAsync(), $"/v1/incidents/{incident}/investigations");
        await scene.RefusedAsync(403, "no-authority", "province", begin, new { });
        await scene.RefusedAsync(403, "no-authority", "county", begin, new { });
        var it = await scene.OkAsync("ministry", begin, new { team = new[] { "rail" } });
        Assert.Equal(("Investigating", "Exceptional"), (it.Text("state"), it.Text("grade")));
        await scene.RefusedAsync(409, "already-investigated", "ministry", begin, new { });
        var participants = (await scene.ReadAsync($"/v1/incidents/{incident}")).GetProperty("participants").EnumerateArray().Select(p => p.GetString());
        Assert.Superset(new HashSet<string?>(["ministry", "rail"]), participants.ToHashSet());
        await HasAsync(scene, incident, ("investigation.report", "Running", t0.AddDays(60)));

        it = await scene.StepsAsync(Path, it, ("ministry", "team", new { agency = "fire" }), ("rail", "order-appraisal", null));
        await HasAsync(scene, incident, ("investigation.report", "Paused", t0.AddDays(60)));
        await RefusedAsync(scene, it, 409, "not-investigating", "ministry", "extend-report", new { days = 60 });
        await scene.AdvanceAsync(TimeSpan.FromDays(10));
        it = await scene.StepsAsync(Path, it, ("rail", "receive-appraisal", null));
        await HasAsync(scene, incident, ("investigation.report", "Running", t0.AddDays(70)));
        await RefusedAsync(scene, it, 400, "range", "ministry", "extend-report", new { days = 61 });
        await RefusedAsync(scene, it, 403, "not-the-authority", "rail", "extend-report", new { days = 60 });
        it = await scene.StepsAsync(Path, it, ("ministry", "extend-report", new { days = 60 }));
        await RefusedAsync(scene, it, 409, "extended-once", "ministry", "extend-report", new { days = 1 });
        await HasAsync(scene, incident, ("investigation.report", "Cancelled", t0.AddDays(70)), ("investigation.report", "Running", t0.AddDays(130)));

        await scene.AdvanceAsync(TimeSpan.FromDays(90));
        var submitted = await scene.NowAsync();
        it = await scene.StepsAsync(Path, it, ("ministry", "submit", new { reference = "2010-7" }));
        it = await scene.StepsAsync(Path, it, ("ministry", "extend-reply", new { days = 30 }));
        await HasAsync(scene, incident, ("investigation.reply", "Cancelled", submitted.AddDays(30)), ("investigation.reply", "Running", submitted.AddDays(60)),
            ("investigation.report", "Cancelled", t0.AddDays(70)), ("investigation.report", "Met", t0.AddDays(130)));
        var reply = new { reference = "2010-8", measures = new[] { Measure("rail", submitted.AddDays(10)), Measure("roads", submitted.AddDays(3)) } };
        await RefusedAsync(scene, it, 403, "own-report", "ministry", "reply", reply);
        await RefusedAsync(scene, it, 403, "not-the-authority", "rail", "reply", reply);
        it = await scene.OkAsync("ministry", $"{Path}/{it.Id()}/reply", reply, it.GetProperty("version").GetInt32(), Roles.Approver);
        it = await scene.StepsAsync(Path, it, ("ministry", "publish", null));
        Assert.Equal("Published", it.Text("state"));

        await scene.AdvanceAsync(TimeSpan.FromDays(4));
        var measures = (await scene.As("ministry").GetJsonAsync($"{Path}/{it.Id()}/measures")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["rail False", "roads True"], measures.Select(m => $"{m.Text("agency")} {m.GetProperty("isOverdue").GetBoolean()}"));
        await scene.RefusedAsync(403, "not-the-assignee", "ministry", $"{Asked}/{measures[0].Id()}/finish", ifMatch: 1);
        var renewed = await scene.StepsAsync(Asked, measures[0], ("rail", "finish", null), ("ministry", "reopen", new { reason = "One signal is dark", dueAt = submitted.AddDays(20) }), ("rail", "finish", null));
        Assert.Equal(("Done", 4), (renewed.Text("state"), renewed.GetProperty("version").GetInt32()));
        await scene.StepsAsync(Asked, measures[1], ("roads", "finish", null));
        Assert.Equal(["Met", "Met", "MetLate"], (await ClocksAsync(scene, incident)).Where(c => c.Key == "investigation.measure").Select(c => c.State).Order());
    }

    [Fact]
    public async Task A_report_that_is_overdue_gets_no_more_time_and_lies_before_the_authority_all_the_same()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await AccidentAsync(scene);
        var (t0, begin) = (await scene.NowAsync(), $"/v1/incidents/{incident}/investigations");
        await scene.JoinAsync(incident, "fire");
        await scene.RefusedAsync(403, "not-leading", "fire", begin, new { });
        await scene.RefusedAsync(404, "not-found", "harbour", begin, new { });
        var it = await scene.OkAsync("county", begin, new { });
        await scene.AdvanceAsync(TimeSpan.FromDays(61));
        await RefusedAsync(scene, it, 409, "time-ran-out", "county", "order-appraisal", null);
        await RefusedAsync(scene, it, 409, "time-ran-out", "county", "extend-report", new { days = 60 });
        await RefusedAsync(scene, it, 409, "no-appraisal", "county", "receive-appraisal", null);
        it = await scene.StepsAsync(Path, it, ("county", "submit", new { reference = "7" }));
        await RefusedAsync(scene, it, 409, "no-extension", "county", "extend-reply", new { days = 30 });
        await HasAsync(scene, incident, ("investigation.reply", "Running", t0.AddDays(61 + 15)), ("investigation.report", "MetLate", t0.AddDays(60)));
    }

    [Fact]
    public async Task An_accident_that_turns_out_graver_is_investigated_by_a_higher_body_and_one_that_was_none_by_nobody()
    {
        var scene = await GovernedAsync();
        var incident = await AccidentAsync(scene);
        var begin = $"/v1/incidents/{incident}/investigations";
        var first = await scene.OkAsync("county", begin, new { });
        await GradeAsync(scene, incident, 10);
        await scene.RefusedAsync(403, "no-authority", "county", begin, new { });
        var second = await scene.OkAsync("province", begin, new { });
        Assert.Equal(["1 Superseded", "2 Investigating"], (await scene.ReadAsync(begin)).GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("number")} {i.Text("state")}"));
        await RefusedAsync(scene, await scene.ReadAsync($"{Path}/{first.Id()}"), 409, "illegal-transition", "county", "submit", new { reference = "7" });
        await scene.StepsAsync(Path, second, ("province", "discontinue", new { reason = "It was no accident" }));
        Assert.Equal(["Cancelled", "Cancelled"], (await ClocksAsync(scene, incident)).Select(c => c.State));
        await scene.RefusedAsync(409, "not-an-accident", "province", $"/v1/incidents/{await scene.IncidentAsync()}/investigations", new { });
    }

    private async Task<Scene> GovernedAsync()
    {
        var scene = await Scene.HeldAsync(region);
        foreach (var (code, tier, parent) in ((string, string, string?)[])[("100000", "State", null), ("220000", "Province", "100000")])
            using (var set = await scene.As("region", Roles.Operator).PutAsync(
                $"/v1/jurisdictions/{code}", $$"""{"tier":"{{tier}}","parent":{{(parent is null ? "null" : $"\"{parent}\"")}},"name":"{{code}}","nameZh":"{{code}}"}""")) await set.JsonAsync();
        foreach (var (agency, jurisdiction) in ((string, string)[])[("ministry", "100000"), ("province", "220000"), ("county", Scene.County)])
            await scene.OkAsync("region", "/v1/authority-grants", new { agency, jurisdiction, power = "SetResponseLevels", basis = "条例493 Art. 19" }, roles: [Roles.Operator]);
        return scene;
    }

    private static async Task<Guid> AccidentAsync(Scene scene, int? dead = null)
    {
        var incident = await scene.IncidentAsync("Transport");
        await scene.RefusedAsync(409, "not-confirmed", dead is null ? "county" : "ministry", $"/v1/incidents/{incident}/investigations", new { });
        await scene.OkAsync("county", $"/v1/incidents/{incident}/confirm", ifMatch: 1);
        if (dead is { } many) await GradeAsync(scene, incident, many);
        return incident;
    }

    private static async Task GradeAsync(Scene scene, Guid incident, int dead)
    {
        var now = await scene.NowAsync();
        await scene.OkAsync("county", $"/v1/incidents/{incident}/casualties", new { counts = new[] { new { kind = "Dead", count = dead } }, occurredAt = now, knownAt = now });
        var grade = (await scene.ReadAsync($"/v1/incidents/{incident}/grades")).GetProperty("items").EnumerateArray().Last();
        await scene.OkAsync("county", $"/v1/grades/{grade.Id()}/confirm", ifMatch: 1);
    }

    private static object Measure(string agency, DateTimeOffset dueAt) => new { text = "Renew the signals", agency, dueAt };

    private static Task<JsonElement> RefusedAsync(Scene scene, JsonElement it, int status, string rule, string agency, string verb, object? body) =>
        scene.RefusedAsync(status, rule, agency, $"{Path}/{it.Id()}/{verb}", body, it.GetProperty("version").GetInt32());

    /// <summary>The clocks of an accident's investigations and measures are just these.</summary>
    private static async Task HasAsync(Scene scene, Guid incident, params (string Key, string State, DateTimeOffset DueAt)[] clocks) =>
        Assert.Equal(clocks, (await ClocksAsync(scene, incident)).OrderBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.DueAt));

    private static async Task<IReadOnlyList<(string Key, string State, DateTimeOffset DueAt)>> ClocksAsync(Scene scene, Guid incident)
    {
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        return [.. page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("subject").GetGuid() == incident && c.Text("key").StartsWith("investigation.", StringComparison.Ordinal))
            .Select(c => (c.Text("key"), c.Text("state"), c.GetProperty("dueAt").GetDateTimeOffset()))];
    }
}
