using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Meetings;

public abstract class MeetingTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : MeetingTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : MeetingTests(region);

    [Fact]
    public async Task A_joint_meeting_meets_the_monthly_duty_and_what_it_agreed_is_done_verified_and_told_to_nobody_else()
    {
        var scene = await Scene.HeldAsync(region);
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "county", jurisdiction = Scene.County, power = "KeepDuty", basis = "Plan 2" }, roles: [Roles.Operator]);
        await scene.RefusedAsync(403, "no-authority", "water", "/v1/standing-duties", new { kind = "MonthlyMeeting", jurisdiction = Scene.County });
        await scene.RefusedAsync(403, "no-authority", "water", "/v1/meetings", await CallAsync(scene));
        await scene.OkAsync("county", "/v1/standing-duties", new { kind = "MonthlyMeeting", jurisdiction = Scene.County });
        await scene.RefusedAsync(409, "duty-runs", "county", "/v1/standing-duties", new { kind = "MonthlyMeeting", jurisdiction = Scene.County });
        await scene.RefusedAsync(400, "required", "county", "/v1/meetings", await CallAsync(scene, jurisdiction: null));
        var meeting = await scene.OkAsync("county", "/v1/meetings", await CallAsync(scene));
        var path = $"/v1/meetings/{meeting.GetProperty("id").GetGuid()}";
        using (var hidden = await scene.As("harbour").GetAsync(path)) await hidden.ProblemAsync(404, "not-found");
        await scene.AdvanceAsync(TimeSpan.FromDays(1));
        await scene.RefusedAsync(403, "not-the-caller", "water", $"{path}/hold", new { heldAt = await scene.NowAsync(), attended = new[] { "fire" } }, ifMatch: 1);
        meeting = await scene.StepsAsync("/v1/meetings", meeting, ("county", "hold", new { heldAt = await scene.NowAsync(), attended = new[] { "water" } }));

        var action = await scene.OkAsync("county", $"{path}/actions", new { text = "Raise the dyke", agency = "water", dueAt = (await scene.NowAsync()).AddDays(10) });
        Assert.Equal(action.GetProperty("id").GetGuid(), (await scene.As("water").GetJsonAsync("/v1/meeting-actions")).GetProperty("items")[0].GetProperty("id").GetGuid());
        meeting = await scene.StepsAsync("/v1/meetings", meeting, ("county", "minute", new { conclusions = new[] { "The dyke is too low" } }));
        await scene.RefusedAsync(409, "meeting-actions-open", "county", $"{path}/close", ifMatch: meeting.GetProperty("version").GetInt32());
        await scene.RefusedAsync(403, "not-the-assignee", "fire", $"/v1/meeting-actions/{action.GetProperty("id").GetGuid()}/finish", ifMatch: 1);
        await scene.StepsAsync("/v1/meeting-actions", action, ("water", "finish", null), ("county", "reopen", new { reason = "Not at the mill", dueAt = (await scene.NowAsync()).AddDays(12) }),
            ("water", "finish", null), ("county", "verify", null));
        await scene.StepsAsync("/v1/meetings", meeting, ("county", "close", null));

        await scene.AdvanceAsync(TimeSpan.FromDays(32));
        Assert.Equal(["meeting.action Met", "meeting.action Met", "meeting.monthly Breached", "meeting.monthly Met", "meeting.monthly Running"], await ClocksAsync(scene));
        Assert.Equal(0, (await scene.As("harbour").GetJsonAsync("/v1/meetings")).GetProperty("items").GetArrayLength());
        // Its clock is told to who does it and to who called, also to none of the others that were invited.
        foreach (var agency in (string[])["county", "water", "fire", "harbour"]) Assert.Equal(agency is "county" or "water", await HearsOfActionAsync(scene, agency));
        var incident = await scene.IncidentAsync();
        await scene.RefusedAsync(403, "not-leading", "water", "/v1/meetings", await CallAsync(scene, incident: await SeenByWaterAsync(scene, incident)));
        meeting = await scene.OkAsync("county", "/v1/meetings", await CallAsync(scene, incident: incident));
        Assert.Equal(Scene.County, meeting.GetProperty("jurisdiction").GetString());
        // One of the invited that keeps the duty settles what a silent caller leaves, and nobody drops its own work.
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "fire", jurisdiction = Scene.County, power = "KeepDuty", basis = "Plan 2" }, roles: [Roles.Operator]);
        meeting = await scene.StepsAsync("/v1/meetings", meeting, ("fire", "hold", new { heldAt = await scene.NowAsync(), attended = new[] { "harbour" } }));
        action = await scene.OkAsync("fire", $"/v1/meetings/{meeting.GetProperty("id").GetGuid()}/actions", new { text = "Clear the quay", agency = "harbour", dueAt = (await scene.NowAsync()).AddDays(1) });
        await scene.RefusedAsync(403, "own-work", "harbour", $"/v1/meeting-actions/{action.GetProperty("id").GetGuid()}/drop", new { reason = "Too dear" }, ifMatch: 1);
        await scene.StepsAsync("/v1/meeting-actions", action, ("harbour", "finish", null), ("fire", "reopen", new { reason = "Not at the crane", dueAt = (await scene.NowAsync()).AddDays(2) }),
            ("harbour", "finish", null), ("fire", "verify", null));
        using (var placed = await scene.As("region", Roles.Operator).PutAsync("/v1/directory/water", $$"""{"jurisdiction":"{{Scene.County}}","name":"Water","nameZh":"水务"}""")) await placed.JsonAsync();
        await scene.RefusedAsync(400, "unknown-agency", "county", "/v1/meetings", await CallAsync(scene, incident: incident));
    }

    private static async Task<bool> HearsOfActionAsync(Scene scene, string agency) =>
        (await scene.As(agency, Roles.Integration).GetJsonAsync($"/v1/events?exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Any(e => e.GetRawText().Contains("\"meeting.action\"", StringComparison.Ordinal));

    private static async Task<Guid> SeenByWaterAsync(Scene scene, Guid incident)
    {
        await scene.JoinAsync(incident, "water");
        return incident;
    }

    private static async Task<object> CallAsync(Scene scene, string? jurisdiction = Scene.County, Guid? incident = null) => new
    {
        kind = incident is null ? "JointMeeting" : "Consultation", matter = "Flood season", startsAt = (await scene.NowAsync()).AddHours(1), agenda = new[] { "Dykes" },
        agencies = new[] { "fire", incident is null ? "water" : "harbour" }, jurisdiction, incidentId = incident,
    };

    private static async Task<IEnumerable<string>> ClocksAsync(Scene scene)
    {
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        return page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("key").GetString()!.StartsWith("meeting.", StringComparison.Ordinal))
            .Select(c => $"{c.GetProperty("key")} {c.GetProperty("state")}").Order(StringComparer.Ordinal);
    }
}
