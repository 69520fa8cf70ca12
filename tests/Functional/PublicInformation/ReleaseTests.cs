using Coordination.Contracts;

namespace Coordination.Tests.Functional.PublicInformation;

public abstract class ReleaseTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ReleaseTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ReleaseTests(region);

    [Fact]
    public async Task The_first_statement_in_time_meets_its_clocks_and_an_update_is_owed_every_day()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync();
        Assert.Equal(["Running"], await desk.ClockAsync(incident, "release.first"));
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(100));
        await desk.PublishedAsync(Desk.Words(incident));
        Assert.Equal(["Met"], await desk.ClockAsync(incident, "release.first"));
        Assert.Equal(["Met"], await desk.ClockAsync(incident, "release.first-legal"));
        Assert.Equal(["Running"], await desk.ClockAsync(incident, "release.update"));

        await desk.Scene.AdvanceAsync(TimeSpan.FromHours(20));
        await Desk.OkAsync(desk.Officer, "/v1/press-conferences", new { incidentId = incident, heldAt = await desk.Scene.NowAsync() });
        Assert.Equal(["Met"], await desk.ClockAsync(incident, "release.press-conference"));

        await desk.Scene.AdvanceAsync(TimeSpan.FromHours(5));
        Assert.Equal(["Breached"], await desk.ClockAsync(incident, "release.update"));
        await desk.PublishedAsync(Desk.Words(incident));
        Assert.Equal(["MetLate", "Running"], await desk.ClockAsync(incident, "release.update"));
    }

    [Fact]
    public async Task A_late_first_statement_breaks_the_target_and_may_still_keep_the_norm()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync();
        await desk.Scene.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(["Breached"], await desk.ClockAsync(incident, "release.first"));
        await desk.PublishedAsync(Desk.Words(incident));
        Assert.Equal(["MetLate"], await desk.ClockAsync(incident, "release.first"));
        Assert.Equal(["Met"], await desk.ClockAsync(incident, "release.first-legal"));
    }

    [Fact]
    public async Task The_grade_decides_how_soon_the_norm_wants_it_and_whether_the_press_is_called()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync();
        await GradeAsync(desk, incident, "Considerable");
        Assert.Equal(["Cancelled", "Running"], await desk.ClockAsync(incident, "release.first-legal"));
        Assert.Equal(["Cancelled"], await desk.ClockAsync(incident, "release.press-conference"));
        await GradeAsync(desk, incident, "Major");
        Assert.Equal(["Cancelled", "Cancelled", "Running"], await desk.ClockAsync(incident, "release.first-legal"));
        Assert.Equal(["Cancelled", "Running"], await desk.ClockAsync(incident, "release.press-conference"));
        await GradeAsync(desk, incident, "Exceptional");
        Assert.Equal(3, (await desk.ClockAsync(incident, "release.first-legal")).Count);
        var known = await desk.Officer.GetJsonAsync($"/v1/informed-incidents/{incident}");
        Assert.Equal(("Exceptional", true), (known.GetProperty("grade").GetString(), known.GetProperty("owesPressConference").GetBoolean()));
    }

    [Fact]
    public async Task A_claim_that_is_open_when_the_incident_turns_grave_is_answered_sooner()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync();
        var claim = await Desk.OkAsync(desk.Officer, "/v1/clarifications", new { claim = "The dam has broken", heardAt = await desk.Scene.NowAsync(), incidentId = incident });
        await GradeAsync(desk, incident, "Exceptional");
        await desk.Scene.AdvanceAsync(TimeSpan.FromHours(6));
        Assert.Equal(["Cancelled", "Breached"], await desk.ClockAsync(claim.GetProperty("id").GetGuid(), "clarification.reply-legal"));
    }

    [Fact]
    public async Task A_statement_that_was_out_before_the_incident_was_known_here_counts()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.Scene.IncidentAsync();
        await desk.PublishedAsync(Desk.Words(incident));
        await desk.Scene.OkAsync("county", $"/v1/incidents/{incident}/confirm", null, 1);
        Assert.Equal(["Met"], await desk.ClockAsync(incident, "release.first"));
        Assert.Equal(["Running"], await desk.ClockAsync(incident, "release.update"));
    }

    [Fact]
    public async Task When_the_response_ends_no_update_is_owed_any_more()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync();
        await desk.PublishedAsync(Desk.Words(incident));
        foreach (var (verb, version) in (IEnumerable<(string, int)>)[("activate", 2), ("stabilise", 3), ("end-response", 4)])
            await desk.Scene.OkAsync("county", $"/v1/incidents/{incident}/{verb}", null, version);
        Assert.Equal(["Cancelled"], await desk.ClockAsync(incident, "release.update"));
    }

    [Fact]
    public async Task Only_the_named_spokesperson_speaks_and_on_health_nobody_before_a_grant()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync("InfectiousDisease");
        var statement = await Desk.StepsAsync("/v1/statements", await Desk.OkAsync(desk.Officer, "/v1/statements", Desk.Words(incident)),
            (desk.Officer, "check-facts", null), (desk.Officer, "submit", null), (desk.Approver, "approve", null));
        var publish = $"/v1/statements/{statement.GetProperty("id").GetGuid()}/publish";
        await Desk.RefusedAsync(403, "no-spokesperson", desk.Officer, publish, null, statement.GetProperty("version").GetInt32());
        await Desk.OkAsync(desk.Approver, "/v1/spokespersons", new { incidentId = incident, agency = "health", may = true });
        await Desk.RefusedAsync(403, "not-the-spokesperson", desk.Officer, publish, null, statement.GetProperty("version").GetInt32());
        await Desk.OkAsync(desk.Approver, "/v1/spokespersons", new { incidentId = incident, agency = "county", may = true });
        await Desk.StepsAsync("/v1/statements", statement, (desk.Officer, "publish", null));
    }

    [Fact]
    public async Task Of_an_incident_that_is_not_known_nobody_holds_a_press_conference()
    {
        var desk = await Desk.OpenAsync(region);
        await Desk.RefusedAsync(400, "unknown-incident", desk.Officer, "/v1/press-conferences", new { incidentId = Guid.CreateVersion7(), heldAt = await desk.Scene.NowAsync() });
        var incident = await desk.ConfirmedIncidentAsync();
        await Desk.RefusedAsync(400, "before-confirmation", desk.Officer, "/v1/press-conferences", new { incidentId = incident, heldAt = (await desk.Scene.NowAsync()).AddHours(-1) });
    }

    private async Task GradeAsync(Desk desk, Guid incident, string grade)
    {
        var proposed = await desk.Scene.OkAsync("county", $"/v1/incidents/{incident}/grades", new { grade });
        await desk.Scene.OkAsync("county", $"/v1/grades/{proposed.GetProperty("id").GetGuid()}/confirm", null, proposed.GetProperty("version").GetInt32(), Roles.Commander);
        await region.QuietAsync(desk.Scene.Exercise);
    }
}
