using System.Text.Json;

namespace Coordination.Tests.Functional.Command.Reviews;

public abstract class ReviewTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ReviewTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ReviewTests(region);

    [Fact]
    public async Task A_review_opens_when_the_response_ends_and_its_lesson_reaches_the_next_version_of_the_plan()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "fire");
        var used = await scene.PlanInForceAsync();
        await scene.OkAsync("county", "/v1/activations", new { incidentId = incident, planVersionId = used.GetProperty("id").GetGuid() });
        var review = await EndedAsync(scene, incident);
        var path = $"/v1/reviews/{review.GetProperty("id").GetGuid()}";
        review = await scene.StepsAsync("/v1/reviews", review, ("county", "collect", null));
        review = await scene.OkAsync("fire", $"{path}/contributions", new { text = "Boats came late" });
        var record = await scene.ReadAsync($"{path}/record");
        var happened = record.GetProperty("timeline").EnumerateArray().Select(m => m.GetProperty("type").GetString()).ToList();
        Assert.True(happened.IndexOf("command.incident-opened.v1") < happened.IndexOf("command.response-ended.v1"));
        Assert.DoesNotContain("command.incident-opened.v1", record.GetProperty("decisions").EnumerateArray().Select(m => m.GetProperty("type").GetString()));
        Assert.NotEqual(0, record.GetProperty("clocks").GetArrayLength());
        review = await scene.StepsAsync("/v1/reviews", review, ("county", "draft", new { findings = "The roster was lost with the link", actions = new[] { new { kind = "PlanRevision", text = "Keep an offline roster", ownerAgency = "county" } } }));
        review = await scene.OkAsync("fire", $"{path}/comments", new { text = "Agreed" });
        review = await scene.StepsAsync("/v1/reviews", review, ("county", "adopt", null), ("county", "track", null));

        object link = new { kind = "PlanRevision", targetId = used.GetProperty("id").GetGuid() };
        await scene.RefusedAsync(400, "not-a-later-version", "county", $"{path}/actions/1/link", link, review.GetProperty("version").GetInt32());
        var plan = await scene.ReadAsync($"/v1/plans/{used.GetProperty("planId").GetGuid()}");
        var next = await scene.OkAsync("county", $"/v1/plans/{plan.GetProperty("id").GetGuid()}/revise", new { trigger = "IncidentLesson" }, plan.GetProperty("version").GetInt32());
        review = await scene.StepsAsync("/v1/reviews", review, ("county", "actions/1/link", new { kind = "PlanRevision", targetId = next.GetProperty("id").GetGuid() }));
        await scene.RefusedAsync(409, "lesson-not-issued", "county", $"{path}/close", null, review.GetProperty("version").GetInt32());

        next = await scene.IntoForceAsync(next.GetProperty("id").GetGuid());
        Assert.Equal(review.GetProperty("id").GetGuid(), next.GetProperty("lessons")[0].GetProperty("reviewId").GetGuid());
        review = await scene.StepsAsync("/v1/reviews", review, ("county", "close", null));
        Assert.Equal((2, "Closed"), (review.GetProperty("actions")[0].GetProperty("planNumber").GetInt32(), review.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_draft_that_takes_longer_than_thirty_days_breaks_its_clock()
    {
        var scene = await Scene.HeldAsync(region);
        var review = await EndedAsync(scene, await scene.IncidentAsync());
        await scene.AdvanceAsync(TimeSpan.FromDays(31));
        var events = await scene.ReadAsync($"/v1/events?type=clocks.clock-changed.v1&exercise={scene.Exercise}&limit=200");
        Assert.Contains(events.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("event").GetProperty("data")), d =>
            d.GetProperty("entityId").GetGuid() == review.GetProperty("id").GetGuid() && d.GetProperty("key").GetString() == "review.draft" && d.GetProperty("state").GetString() == "Breached");
    }

    private async Task<JsonElement> EndedAsync(Scene scene, Guid incident)
    {
        var opened = await scene.ReadAsync($"/v1/incidents/{incident}");
        await scene.StepsAsync("/v1/incidents", opened, ("county", "confirm", null), ("county", "activate", null), ("county", "stabilise", null), ("county", "end-response", null));
        await region.QuietAsync(scene.Exercise);
        return (await scene.ReadAsync($"/v1/reviews?incident={incident}")).GetProperty("items")[0];
    }
}
