using Coordination.Contracts;

namespace Coordination.Tests.Functional.Intake;

/// <summary>A sale on a pedestrian street that fills up (E4): only counts, never people.</summary>
public abstract class CrowdTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : CrowdTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : CrowdTests(region);

    private const string Mall = "dongmen-mall", Street = "dongmen-street";

    [Fact]
    public async Task A_promotion_for_thousands_is_taken_and_its_missing_licence_pointed_out()
    {
        var notice = await FiledAsync();
        Assert.Equal(["MissingPermit", "FiledLate", "OverCapacity"], notice.Texts("warnings"));
        var path = $"/v1/event-notices/{notice.Id()}";
        var applied = DateTimeOffset.UtcNow.AddDays(-15);
        var pending = await Operator().DecideAsync(path, "attach-permit", new { permit = new { documentId = "GA-2026-7", appliedAt = applied } });
        Assert.Equal(["PermitPending", "OverCapacity"], pending.Texts("warnings"));
        var granted = await Operator().DecideAsync(path, "attach-permit", new { permit = new { documentId = "GA-2026-7", appliedAt = applied, grantedAt = applied.AddDays(6) } });
        Assert.Equal(["OverCapacity"], granted.Texts("warnings"));
        Assert.Equal(7, Days(Assert.Single(await region.ClocksAsync(notice.Id(), "event-notice.licence-decision"))));
        await region.Officer().DecideAsync(path, "acknowledge");
        Assert.Equal(["Met"], await region.ClockStatesAsync(notice.Id(), "event-notice.acknowledge"));
        using var foreign = await region.Sender("other").PostAsync($"{path}/withdraw", ifMatch: 4);
        await foreign.ProblemAsync(403, "not-operator");
        using var early = await Operator().PostAsync($"{path}/end", ifMatch: 4);
        await early.ProblemAsync(409, "not-started");
        Assert.Equal("Withdrawn", (await Operator().DecideAsync(path, "withdraw")).Text("state"));
        using var hidden = await region.Sender("other").GetAsync(path);
        await hidden.ProblemAsync(404, "not-found");
    }

    [Theory]
    [InlineData("kind", "Assembly")]
    [InlineData("kind", "Procession")]
    [InlineData("kind", "Petition")]
    [InlineData("venue", "GovernmentOffice")]
    [InlineData("purpose", "x")]
    [InlineData("participants", "x")]
    [InlineData("organisers", "x")]
    public async Task No_assembly_is_ever_an_event_notice(string member, string value)
    {
        using var answer = await Operator().PostAsync("/v1/event-notices", Body().With(member, value));
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Counts_raise_the_level_of_the_footbridge_and_propose_warnings()
    {
        var crowd = await CrowdAsync();
        foreach (var (count, state) in ((int, string)[])[(500, "Normal"), (800, "Advisory"), (900, "Yellow"), (1000, "Orange"), (1100, "Red"), (950, "Yellow")])
            Assert.Equal(state, (await ReadAsync(crowd, count)).Text("state"));
        var told = await region.EventsAsync("intake.indicator-level-changed.v1", crowd);
        Assert.Equal(["Advisory", "Yellow", "Orange", "Red", "Yellow"], told.Select(e => e.Text("state")));
        Assert.Equal([false, true, true, true, true], told.Select(e => e.GetProperty("proposesWarning").GetBoolean()));
        Assert.Equal(110, told[3].GetProperty("percent").GetDouble());
    }

    [Theory]
    [InlineData("""{"value":10,"takenAt":"2026-01-01T00:00:00Z","faces":["a"]}""", "unknown-member")]
    [InlineData("""{"value":10,"takenAt":"2026-01-01T00:00:00Z","phones":["a"]}""", "unknown-member")]
    [InlineData("""{"value":10,"takenAt":"2026-01-01T00:00:00Z","identity":{"id":"x"}}""", "unknown-member")]
    [InlineData("""{"value":10.5,"takenAt":"2026-01-01T00:00:00Z"}""", "whole-count")]
    [InlineData("""{"value":-1,"takenAt":"2026-01-01T00:00:00Z"}""", "whole-count")]
    [InlineData("""{"value":10,"takenAt":"2199-01-01T00:00:00Z"}""", "not-in-future")]
    public async Task Nothing_about_a_person_is_taken_with_a_count(string body, string rule)
    {
        using var answer = await region.As(Street, Roles.Integration).PostAsync($"/v1/indicators/{await CrowdAsync()}/readings", body);
        await answer.ProblemAsync(400, rule);
    }

    [Fact]
    public async Task A_failed_sensor_is_replaced_by_counts_by_hand_with_low_confidence()
    {
        var crowd = await CrowdAsync();
        await ReadAsync(crowd, 1000);
        Assert.Equal("Offline", (await region.As(Street, Roles.Integration).DecideAsync($"/v1/indicators/{crowd}", "report-offline")).Text("state"));
        var clock = Assert.Single(await region.ClocksAsync(crowd, "indicator.manual-count"));
        Assert.Equal(5, (clock.GetProperty("dueAt").GetDateTimeOffset() - clock.GetProperty("startedAt").GetDateTimeOffset()).TotalMinutes);
        var counted = await ReadAsync(crowd, 1010, "Manual");
        Assert.Equal(("Orange", "Low"), (counted.Text("state"), counted.Text("confidence")));
        Assert.Equal(["Met", "Running"], await region.ClockStatesAsync(crowd, "indicator.manual-count"));
        Assert.Equal("Normal", (await ReadAsync(crowd, 1010)).Text("confidence"));
        Assert.Equal(["Met", "Cancelled"], await region.ClockStatesAsync(crowd, "indicator.manual-count"));
        using var readings = await region.As(Street, Roles.Integration).GetAsync($"/v1/indicators/{crowd}/readings");
        Assert.Equal(3, (await readings.JsonAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_crowd_without_a_venue_is_not_counted_and_another_agency_reads_nothing_in()
    {
        var street = region.As(Street, Roles.Integration);
        using var nowhere = await street.PostAsync("/v1/indicators", new { kind = "CrowdOccupancy", eventKind = "CrowdSafety", place = Desk.Place() });
        await nowhere.ProblemAsync(400, "venue-required");
        using var lost = await street.PostAsync("/v1/indicators", new { kind = "CrowdOccupancy", eventKind = "CrowdSafety", place = Desk.Place(), hazardId = Guid.CreateVersion7() });
        await lost.ProblemAsync(400, "unknown-hazard");
        using var square = await street.PostAsync("/v1/indicators", new { kind = "PublicSentiment", eventKind = "CrowdSafety", place = Desk.Place() });
        await square.ProblemAsync(400, "type");
        using var foreign = await region.As("other", Roles.Integration).PostAsync($"/v1/indicators/{await CrowdAsync()}/readings", new { value = 5, takenAt = DateTimeOffset.UtcNow });
        await foreign.ProblemAsync(403, "not-owner");
    }

    [Fact]
    public async Task The_met_office_declares_a_rainstorm_signal()
    {
        var met = region.As("met-office", Roles.Integration);
        using var made = await met.PostAsync("/v1/indicators", new { kind = "Rainfall", eventKind = "Meteorological", eventCode = "11B03", place = Desk.Place() });
        var rain = (await made.JsonAsync()).Id();
        await met.DecideAsync($"/v1/indicators/{rain}", "declare", new { level = "Yellow" });
        Assert.Equal("Orange", (await met.DecideAsync($"/v1/indicators/{rain}", "declare", new { level = "Orange" })).Text("state"));
        var told = await region.EventsAsync("intake.indicator-level-changed.v1", rain);
        Assert.Equal(["Yellow", "Orange"], told.Select(e => e.Text("state")));
        Assert.All(told, e => Assert.Equal(("11B03", "220221"), (e.Text("eventCode"), e.Text("areaCode"))));
        using var crowd = await region.As(Street, Roles.Integration).PostAsync($"/v1/indicators/{await CrowdAsync()}/declare", new { level = "Red" }, 1);
        await crowd.ProblemAsync(409, "crowd-is-counted");
    }

    private static double Days(System.Text.Json.JsonElement c) => (c.GetProperty("dueAt").GetDateTimeOffset() - c.GetProperty("startedAt").GetDateTimeOffset()).TotalDays;

    private static Dictionary<string, object?> Body() => new()
    {
        ["kind"] = "CommercialPromotion", ["venue"] = "ShoppingStreet", ["place"] = Desk.Place("440303", 22.55, 114.12), ["expectedAttendance"] = 5000, ["capacity"] = 2000,
        ["startsAt"] = DateTimeOffset.UtcNow.AddDays(10), ["endsAt"] = DateTimeOffset.UtcNow.AddDays(11),
    };

    private ApiClient Operator() => region.Sender(Mall);

    private async Task<System.Text.Json.JsonElement> FiledAsync()
    {
        using var answer = await Operator().PostAsync("/v1/event-notices", Body());
        return await answer.JsonAsync();
    }

    private async Task<Guid> CrowdAsync()
    {
        var street = region.As(Street, Roles.Integration, Roles.Reporter);
        using var venue = await street.PostAsync("/v1/hazards", new { kind = "VenueCapacity", ownerAgency = Street, place = Desk.Place("440303", 22.55, 114.12), name = "footbridge", capacity = 1000 });
        using var made = await street.PostAsync("/v1/indicators", new { kind = "CrowdOccupancy", eventKind = "CrowdSafety", place = Desk.Place("440303", 22.55, 114.12), hazardId = (await venue.JsonAsync()).Id() });
        return (await made.JsonAsync()).Id();
    }

    private async Task<System.Text.Json.JsonElement> ReadAsync(Guid indicator, int count, string method = "Sensor")
    {
        using var answer = await region.As(Street, Roles.Integration).PostAsync($"/v1/indicators/{indicator}/readings", new { value = count, takenAt = DateTimeOffset.UtcNow, method });
        return await answer.JsonAsync();
    }
}
