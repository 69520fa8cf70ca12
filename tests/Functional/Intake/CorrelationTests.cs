namespace Coordination.Tests.Functional.Intake;

public abstract class CorrelationTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : CorrelationTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : CorrelationTests(region);

    [Fact]
    public async Task Two_reports_of_one_collision_are_proposed_and_a_person_decides()
    {
        var first = await region.Sender("rail-bureau").SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-20), 36.80));
        await region.QuietAsync();
        var second = await region.Sender("police").SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-13), 36.801));
        await region.QuietAsync();
        var proposed = Assert.Single((await region.Officer().GetJsonAsync($"/v1/correlations?reportId={second.Id()}")).GetProperty("items").EnumerateArray());
        Assert.Equal(first.Id(), proposed.GetProperty("targetId").GetGuid());
        Assert.Equal(100, proposed.GetProperty("score").GetInt32());
        Assert.Contains(proposed.GetProperty("values").EnumerateArray(), v => v.Text("field") == "OccurredAt");
        Assert.Equal(["Running"], await region.ClockStatesAsync(proposed.Id(), "correlation.decide"));

        var path = $"/v1/correlations/{proposed.Id()}";
        Assert.Equal("Confirmed", (await region.Officer().DecideAsync(path, "confirm")).Text("state"));
        Assert.Equal(["Met"], await region.ClockStatesAsync(proposed.Id(), "correlation.decide"));
        using var again = await region.Officer().PostAsync($"{path}/reject", ifMatch: 2);
        await again.ProblemAsync(409, "illegal-transition");
        Assert.Equal("Split", (await region.Officer().DecideAsync(path, "split")).Text("state"));
        Assert.Equal(["Confirmed", "Split"], (await region.EventsAsync("intake.correlation-decided.v1", second.Id())).Select(e => e.Text("state")));
        Assert.NotEqual("LinkedToIncident", (await region.Sender("police").GetJsonAsync($"/v1/reports/{second.Id()}")).Text("state"));
    }

    [Fact]
    public async Task Drums_in_the_river_point_to_the_chemical_store()
    {
        using var store = await region.Sender().PostAsync("/v1/hazards", new { kind = "HazardousChemicals", ownerAgency = "plant", place = Desk.Place("220202", 44.1, 126.6), name = "store" });
        var hazard = (await store.JsonAsync()).Id();
        var content = Desk.Whole().With("eventKind", "EnvironmentalPollution").With("eventCode", null);
        var report = await region.Sender().SendAsync(Desk.Report(content, Desk.Place("220202", 44.1, 126.61)).With("category", "Accident"));
        await region.QuietAsync();
        var found = Assert.Single((await region.Officer().GetJsonAsync($"/v1/correlations?reportId={report.Id()}")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Hazard", hazard), (found.Text("target"), found.GetProperty("targetId").GetGuid()));
        Assert.Equal("Rejected", (await region.Officer().DecideAsync($"/v1/correlations/{found.Id()}", "reject")).Text("state"));
    }

    [Fact]
    public async Task The_same_kind_of_event_far_away_is_not_proposed()
    {
        var first = await region.Sender("rail-bureau").SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-20), 30.1, "420111"));
        var second = await region.Sender("rail-bureau").SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-20), 31.9, "420222"));
        await region.QuietAsync();
        foreach (var id in new[] { first.Id(), second.Id() })
            Assert.Equal(0, (await region.Officer().GetJsonAsync($"/v1/correlations?reportId={id}")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_one_that_is_like_it_is_found_however_many_came_from_elsewhere_meanwhile()
    {
        // Its time stands still, or the clocks of so many reports keep the region busy for minutes.
        var exercise = (await Mediation.Committee.MeetAsync(region, $"{DateTimeOffset.UtcNow:O}")).Exercise;
        var first = await region.Sender("rail-bureau").In(exercise).SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-20), 35.1, "410100"));
        await region.QuietAsync(exercise);
        await Parallel.ForAsync(0, 220, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (n, _) =>
            await region.Sender("police").In(exercise).SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-15), 44.0 + (n * 0.04), "410100")));
        var second = await region.Sender("police").In(exercise).SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-13), 35.101, "410100"));
        await region.QuietAsync(exercise);
        var proposed = (await region.Officer().In(exercise).GetJsonAsync($"/v1/correlations?reportId={second.Id()}")).GetProperty("items").EnumerateArray();
        Assert.Equal(first.Id(), Assert.Single(proposed).GetProperty("targetId").GetGuid());
    }

    [Fact]
    public async Task A_report_without_a_coordinate_is_compared_with_those_of_its_area()
    {
        var first = await region.Sender("rail-bureau").SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-20), 34.1, "410305"));
        await region.QuietAsync();
        var second = await region.Sender("police").SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-13), null, "410305"));
        await region.QuietAsync();
        var third = await region.Sender("police").SendAsync(Rail(DateTimeOffset.UtcNow.AddMinutes(-12), 34.9, "410305"));
        await region.QuietAsync();
        Assert.Equal([first.Id()], await TargetsAsync(second.Id()));
        Assert.Equal([second.Id()], await TargetsAsync(third.Id()));

        async Task<IEnumerable<Guid>> TargetsAsync(Guid report) =>
            (await region.Officer().GetJsonAsync($"/v1/correlations?reportId={report}")).GetProperty("items").EnumerateArray().Where(c => c.GetProperty("reportId").GetGuid() == report).Select(c => c.GetProperty("targetId").GetGuid());
    }

    [Fact]
    public async Task An_officer_sees_what_the_score_does_not()
    {
        var (a, b) = ((await region.Sender().SendAsync()).Id(), (await region.Sender().SendAsync()).Id());
        using var seen = await region.Officer().PostAsync("/v1/correlations", new { reportId = a, target = "Report", targetId = b });
        Assert.Contains("SeenByOfficer", (await seen.JsonAsync()).Texts("reasons"));
        using var self = await region.Officer().PostAsync("/v1/correlations", new { reportId = a, target = "Report", targetId = a });
        await self.ProblemAsync(400, "own-correlation");
        using var lost = await region.Officer().PostAsync("/v1/correlations", new { reportId = a, target = "Hazard", targetId = b });
        await lost.ProblemAsync(400, "unknown-target");

        using var sent = await region.Anonymous().PostAsync("/v1/public-reports", new { category = "Accident", place = new { areaCode = "220221" }, situation = "smoke" });
        var open = (await sent.JsonAsync()).Id();
        using var likely = await region.Officer().PostAsync("/v1/correlations", new { reportId = open, target = "Report", targetId = b });
        var known = (await likely.JsonAsync()).Id();
        Assert.Contains(await region.EventsAsync("intake.correlation-proposed.v1", open, agency: Desk.Township), IsIt);
        Assert.DoesNotContain(await region.EventsAsync("intake.correlation-proposed.v1", open, agency: "harbour"), IsIt);

        bool IsIt(System.Text.Json.JsonElement e) => e.GetProperty("correlationId").GetGuid() == known;
    }

    private static Dictionary<string, object?> Rail(DateTimeOffset occurredAt, double? latitude, string area = "370322") =>
        Desk.Report(Desk.Whole(occurredAt: occurredAt).With("eventKind", "Transport").With("eventCode", null), latitude is { } lat ? Desk.Place(area, lat, 117.9) : new { areaCode = area })
            .With("category", "Accident").With("tier", null).With("toTier", null).With("source", "Institution");
}
