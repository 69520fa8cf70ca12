namespace Coordination.Tests.Functional.Intake;

public abstract class HazardTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : HazardTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : HazardTests(region);

    private const string Plant = "chem-plant";

    [Fact]
    public async Task A_hazard_is_put_right_by_its_time_and_checked_by_another()
    {
        var (path, id) = await IdentifiedAsync();
        var officer = region.Officer();
        await officer.DecideAsync(path, "register", new { inspections = new[] { "Patrol", "ExpertCheck" } });
        Assert.Equal("A", (await officer.DecideAsync(path, "assess", new { likelihood = 4, consequence = 5, majorPotential = true })).Text("rating"));
        var due = DateTimeOffset.UtcNow.AddDays(3);
        await officer.DecideAsync(path, "order-rectification", new { toAgency = Plant, dueAt = due, measure = "dyke around the drums" });
        Assert.Equal(due, (await region.ClocksAsync(id, "hazard.rectification"))[0].GetProperty("dueAt").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));

        var plant = region.Sender(Plant);
        await plant.DecideAsync(path, "begin-rectification");
        await plant.DecideAsync(path, "submit-rectification", new { note = "done" });
        using var own = await region.Officer(Plant).PostAsync($"{path}/verify-rectification", new { accepted = true }, 6);
        await own.ProblemAsync(403, "own-work");
        await officer.DecideAsync(path, "verify-rectification", new { accepted = false });
        await plant.DecideAsync(path, "submit-rectification", new { note = "now" });
        Assert.Equal("Closed", (await officer.DecideAsync(path, "verify-rectification", new { accepted = true })).Text("state"));
        Assert.Equal(["Met"], await region.ClockStatesAsync(id, "hazard.rectification"));
        Assert.Equal(["Met", "Met"], await region.ClockStatesAsync(id, "hazard.verification"));
        Assert.Equal(["Cancelled"], await region.ClockStatesAsync(id, "hazard.patrol"));
        Assert.Equal("Reopened", (await officer.DecideAsync(path, "reopen")).Text("state"));
        Assert.Equal(["Cancelled", "Running"], await region.ClockStatesAsync(id, "hazard.patrol"));
    }

    [Fact]
    public async Task Each_check_starts_the_next_and_stays_in_the_log()
    {
        var (path, id) = await IdentifiedAsync();
        using var early = await region.Sender().PostAsync($"{path}/inspections", new { kind = "Patrol", outcome = "Unchanged", inspectedAt = DateTimeOffset.UtcNow });
        await early.ProblemAsync(409, "not-registered");
        await region.Officer().DecideAsync(path, "register", new { });
        foreach (var kind in (string[])["Patrol", "SelfCheck", "PeriodicReport", "JointCheck", "ExpertCheck"])
        {
            using var done = await region.Sender().PostAsync($"{path}/inspections", new { kind, outcome = "DefectFound", inspectedAt = DateTimeOffset.UtcNow, note = "crack" });
            await done.JsonAsync();
        }
        foreach (var key in (string[])["hazard.patrol", "hazard.self-check", "hazard.periodic-report", "hazard.joint-check", "hazard.expert-check"])
            Assert.Equal(["Met", "Running"], await region.ClockStatesAsync(id, key));
        Assert.Equal(5, (await region.Sender().GetJsonAsync($"{path}/inspections")).GetProperty("items").GetArrayLength());
        Assert.Equal(5, (await region.EventsAsync("intake.hazard-inspected.v1", id)).Count);
    }

    [Fact]
    public async Task A_hazard_that_came_true_belongs_to_its_incident()
    {
        var (path, id) = await IdentifiedAsync();
        var incident = Guid.CreateVersion7();
        Assert.Equal("BecameIncident", (await region.Officer().DecideAsync(path, "become-incident", new { incidentId = incident })).Text("state"));
        Assert.Equal(id, Assert.Single(await region.EventsAsync("intake.hazard-changed.v1", incident)).GetProperty("hazardId").GetGuid());
        using var after = await region.Officer().PostAsync($"{path}/register", new { }, 2);
        await after.ProblemAsync(409, "illegal-transition");
    }

    [Fact]
    public async Task A_hazard_lived_with_stays_under_watch()
    {
        var (path, id) = await IdentifiedAsync();
        await region.Officer().DecideAsync(path, "register", new { inspections = new[] { "Patrol" } });
        await region.Officer().DecideAsync(path, "assess", new { likelihood = 1, consequence = 2 });
        Assert.Equal("AcceptedMonitored", (await region.Officer().DecideAsync(path, "accept")).Text("state"));
        Assert.Equal(["Running"], await region.ClockStatesAsync(id, "hazard.patrol"));
    }

    [Theory]
    [InlineData("kind", "KeyPerson", "type")]
    [InlineData("kind", "Assembly", "type")]
    [InlineData("ownerAgency", "Old Wang", "code")]
    [InlineData("person", "x", "unknown-member")]
    public async Task A_person_or_group_is_no_hazard(string member, string value, string rule)
    {
        using var answer = await region.Sender().PostAsync("/v1/hazards", Body().With(member, value));
        await answer.ProblemAsync(400, rule);
    }

    [Fact]
    public async Task Hazards_are_listed_by_area_and_state()
    {
        var (_, id) = await IdentifiedAsync();
        var page = await region.Officer().GetJsonAsync("/v1/hazards?areaCode=2202&state=Identified&limit=200");
        Assert.Contains(page.GetProperty("items").EnumerateArray(), h => h.Id() == id);
        Assert.Equal(0, (await region.Officer().GetJsonAsync("/v1/hazards?areaCode=99")).GetProperty("items").GetArrayLength());
    }

    private static Dictionary<string, object?> Body() => new()
    {
        ["kind"] = "HazardousChemicals", ["ownerAgency"] = Plant, ["place"] = Desk.Place(), ["name"] = "drum store", ["receptors"] = new[] { new { kind = "WaterIntake", count = 2 } },
    };

    private async Task<(string Path, Guid Id)> IdentifiedAsync()
    {
        using var answer = await region.Sender().PostAsync("/v1/hazards", Body());
        var id = (await answer.JsonAsync()).Id();
        return ($"/v1/hazards/{id}", id);
    }
}
