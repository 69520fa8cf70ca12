using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Resources;

/// <summary>What time does to resources, in an exercise whose time the test moves.</summary>
public abstract class ClockedTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ClockedTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ClockedTests(region);

    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 10, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_team_that_leaves_after_nineteen_minutes_is_late_and_the_others_are_not()
    {
        var time = await ExerciseAsync();
        var (city, neighbour) = (Of("city", time.Id), Of("neighbour", time.Id));
        var request = await RequestAsync(city, 12, time);
        var fills = new List<string>();
        for (var i = 0; i < 2; i++)
            fills.Add((await neighbour.CreateAsync($"asks/{await neighbour.AskIdAsync(request)}/commit", new { quantity = 6, unitId = await neighbour.UnitAsync("assault-boat", 6) })).Id());
        foreach (var fill in fills) await neighbour.DoAsync($"offers/{fill}", "mobilize", new { });
        await time.AdvanceAsync(T0.AddMinutes(14));
        await neighbour.DoAsync($"offers/{fills[0]}", "depart", new { eta = T0.AddMinutes(60) });
        await time.AdvanceAsync(T0.AddMinutes(19));
        await neighbour.DoAsync($"offers/{fills[1]}", "depart", new { eta = T0.AddMinutes(60) });
        await region.QuietAsync(time.Id);
        Assert.Equal("Met", await time.ClockAsync("fill.mobilise", fills[0]));
        Assert.Equal("MetLate", await time.ClockAsync("fill.mobilise", fills[1]));
        Assert.Contains("Breached", await time.ClockStatesAsync("fill.mobilise", fills[1]));
        await time.AdvanceAsync(T0.AddMinutes(90));
        await region.QuietAsync(time.Id);
        Assert.True((await city.GetAsync($"fills/{fills[0]}")).GetProperty("isStale").GetBoolean());
        Assert.Equal("Lost", (await city.GetAsync($"fills/{fills[0]}")).Text("deployment"));
        Assert.Contains("resources.eta-drifted.v1", await time.TypesAsync());
        await neighbour.DoAsync($"offers/{fills[0]}", "report", new { eta = T0.AddMinutes(100) });
        await region.QuietAsync(time.Id);
        Assert.Equal("Departed", (await city.GetAsync($"fills/{fills[0]}")).Text("deployment"));
    }

    [Fact]
    public async Task A_lease_ends_after_thirty_minutes_and_the_unit_is_free_again()
    {
        var time = await ExerciseAsync();
        var (city, neighbour) = (Of("city", time.Id), Of("neighbour", time.Id));
        var request = await RequestAsync(city, 6, time);
        var unit = await neighbour.UnitAsync("assault-boat", 6);
        var ask = await neighbour.AskIdAsync(request);
        var offer = (await neighbour.CreateAsync($"asks/{ask}/offer", new { quantity = 6, unitId = unit })).Id();
        await region.QuietAsync(time.Id);
        await city.DoAsync($"fills/{offer}", "select");
        await time.AdvanceAsync(T0.AddMinutes(31));
        await region.QuietAsync(time.Id);
        var lapsed = await city.GetAsync($"fills/{offer}");
        Assert.Equal(("Lapsed", "Expired"), (lapsed.Text("state"), lapsed.Text("reservation")));
        Assert.Equal("", (await neighbour.GetAsync($"units/{unit}")).Text("fillId"));
        await neighbour.CreateAsync($"asks/{ask}/commit", new { quantity = 6, unitId = unit });
    }

    [Fact]
    public async Task A_line_that_is_not_filled_when_it_was_needed_expires_and_says_so()
    {
        var time = await ExerciseAsync();
        var city = Of("city", time.Id);
        var request = await RequestAsync(city, 6, time);
        await time.AdvanceAsync(T0.AddHours(7));
        await region.QuietAsync(time.Id);
        Assert.Equal("Expired", (await city.GetAsync($"requests/{request}")).Text("state"));
    }

    [Fact]
    public async Task Who_does_not_answer_holds_nothing_up_and_is_heard_all_the_same()
    {
        var time = await ExerciseAsync();
        var (city, neighbour, province) = (Of("city", time.Id), Of("neighbour", time.Id), Of("province", time.Id));
        var request = await RequestAsync(city, 12, time);
        using (var waits = await city.TryAsync($"requests/{request}/lines/1", "escalate", new { superiorAgency = "province" })) await waits.ProblemAsync(409, "no-shortage");
        await time.AdvanceAsync(T0.AddMinutes(31));
        await region.QuietAsync(time.Id);
        var asks = (await city.DoAsync($"requests/{request}/lines/1", "escalate", new { superiorAgency = "province" })).Line().GetProperty("asks");
        Assert.Equal(("neighbour", T0.AddMinutes(30)), (asks[0].Text("toAgency"), asks[0].GetProperty("silentAt").GetDateTimeOffset()));
        Assert.Equal(("province", "Up", "12"), (asks[1].Text("toAgency"), asks[1].Text("relation"), asks[1].Text("quantity")));
        await region.QuietAsync(time.Id);
        // Both answer, the silent one late; what is more than needed is called back.
        await neighbour.CreateAsync($"asks/{await neighbour.AskIdAsync(request)}/commit", new { quantity = 5, unitId = await neighbour.UnitAsync("assault-boat", 5) });
        await region.QuietAsync(time.Id);
        await province.CreateAsync($"asks/{await province.AskIdAsync(request)}/commit", new { quantity = 12, unitId = await province.UnitAsync("assault-boat", 12) });
        await region.QuietAsync(time.Id);
        var line = (await city.GetAsync($"requests/{request}")).Line();
        Assert.Equal(("PartiallyFilled", "5"), (line.Text("state"), line.Text("committed")));
        Assert.Equal("MetLate", await time.ClockAsync("request.answer", asks[0].Text("askId")));
        Assert.Equal("Met", await time.ClockAsync("request.answer", asks[1].Text("askId")));
        using var nobody = await city.TryAsync($"requests/{request}/lines/1", "escalate", new { superiorAgency = "province" });
        await nobody.ProblemAsync(409, "nobody-left");
        Assert.Contains("nation", (await city.DoAsync($"requests/{request}/lines/1", "escalate", new { superiorAgency = "nation" })).Line().GetProperty("asks").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_expired_still_gets_what_it_lacks()
    {
        var time = await ExerciseAsync();
        var (city, province) = (Of("city", time.Id), Of("province", time.Id));
        var request = await RequestAsync(city, 6, time);
        await time.AdvanceAsync(T0.AddHours(7));
        await region.QuietAsync(time.Id);
        await city.DoAsync($"requests/{request}/lines/1", "escalate", new { superiorAgency = "province" });
        await region.QuietAsync(time.Id);
        var fill = (await province.CreateAsync($"asks/{await province.AskIdAsync(request)}/commit", new { quantity = 6, unitId = await province.UnitAsync("assault-boat", 6) })).Id();
        await region.QuietAsync(time.Id);
        var need = await city.GetAsync($"requests/{request}");
        Assert.Equal(("Expired", "6"), (need.Line().Text("state"), need.Line().Text("committed")));
        Assert.Equal("MetLate", await time.ClockAsync("request.need-by", need.Line().Id()));
        Assert.Equal("Committed", (await city.GetAsync($"fills/{fill}")).Text("state"));
    }

    [Fact]
    public async Task A_line_that_expired_is_called_off_and_who_was_asked_hears_of_it()
    {
        var time = await ExerciseAsync();
        var (city, province) = (Of("city", time.Id), Of("province", time.Id));
        var request = await RequestAsync(city, 6, time);
        await time.AdvanceAsync(T0.AddHours(7));
        await region.QuietAsync(time.Id);
        await city.DoAsync($"requests/{request}/lines/1", "escalate", new { superiorAgency = "province" });
        await region.QuietAsync(time.Id);
        var ask = await province.AskIdAsync(request);
        Assert.Equal("Cancelled", (await city.DoAsync($"requests/{request}/lines/1", "cancel", new { reason = "NoLongerNeeded" })).Line().Text("state"));
        await region.QuietAsync(time.Id);
        Assert.Equal("Withdrawn", (await province.GetAsync($"asks/{ask}")).Text("state"));
    }

    [Fact]
    public async Task Goods_grow_old_and_are_not_issued_once_expired()
    {
        var time = await ExerciseAsync();
        var city = Of("city", time.Id);
        var lot = (await city.CreateAsync("stock-lots", new { typeCode = "drinking-water", quantity = 100, source = "Donation", expiresAt = T0.AddDays(70) })).Id();
        await time.AdvanceAsync(T0.AddDays(11));
        await region.QuietAsync(time.Id);
        Assert.Equal("NearExpiry", (await city.GetAsync($"stock-lots/{lot}")).Text("state"));
        await time.AdvanceAsync(T0.AddDays(71));
        await region.QuietAsync(time.Id);
        Assert.Equal("Disposed", (await city.DoAsync($"stock-lots/{lot}", "dispose")).Text("state"));
    }

    [Fact]
    public async Task The_owners_contact_is_destroyed_when_its_time_is_over()
    {
        var time = await ExerciseAsync();
        var city = Of("city", time.Id);
        var id = (await city.CreateAsync("requisitions", new { incidentId = Guid.NewGuid(), typeCode = "speedboat", quantity = 1 })).Id();
        await city.DoAsync($"requisitions/{id}", "order");
        await city.DoAsync($"requisitions/{id}", "serve", new { register = "R-1", ownerContact = "Harbour office" });
        foreach (var verb in (string[])["take-into-use", "return"]) await city.DoAsync($"requisitions/{id}", verb, new { });
        await city.DoAsync($"requisitions/{id}", "claim", new { amountMinor = 100, currency = "CNY" });
        await city.DoAsync($"requisitions/{id}", "compensate", new { amountMinor = 100 });
        using var opened = await city.Logistics.PostAsync($"/v1/agencies/city/requisitions/{id}/open-contact", new { purpose = "Return" });
        await opened.JsonAsync();
        await time.AdvanceAsync(T0.AddDays(31));
        Assert.Contains("resources.owner-contact-destroyed.v1", await time.TypesAsync());
        var opening = Assert.Single((await city.GetAsync($"requisitions/{id}/contact-openings")).GetProperty("items").EnumerateArray());
        Assert.Equal(("city", "Return"), (opening.Text("agency"), opening.Text("purpose")));
        using var gone = await city.Logistics.PostAsync($"/v1/agencies/city/requisitions/{id}/open-contact", new { purpose = "Return" });
        await gone.ProblemAsync(409, "no-contact");
    }

    [Fact]
    public async Task What_belongs_to_the_real_thing_is_not_touched_by_an_exercise()
    {
        var time = await ExerciseAsync();
        var real = await new Book((a, roles) => region.As(a, roles), "neighbour").UnitAsync("assault-boat", 6);
        var neighbour = Of("neighbour", time.Id);
        var request = await RequestAsync(Of("city", time.Id), 6, time);
        using var mixed = await neighbour.Logistics.PostAsync($"/v1/agencies/neighbour/asks/{await neighbour.AskIdAsync(request)}/commit", new { quantity = 6, unitId = real });
        await mixed.ProblemAsync(409, "exercise-mismatch");
    }

    private Book Of(string agency, Guid exercise) => new((a, roles) => region.As(a, roles).In(exercise), agency);

    private async Task<string> RequestAsync(Book city, int quantity, ExerciseTime time)
    {
        var id = (await city.CreateAsync("requests", new
        {
            incidentId = Guid.NewGuid(),
            lines = new[] { new { typeCode = "assault-boat", quantity, mission = "Evacuation", needBy = T0.AddHours(6) } },
        })).Id();
        await city.DoAsync($"requests/{id}", "submit");
        await city.DoAsync($"requests/{id}/lines/1", "approve", new { quantity });
        await city.AskAsync(id, "neighbour", quantity);
        await region.QuietAsync(time.Id);
        return id;
    }

    private async Task<ExerciseTime> ExerciseAsync()
    {
        var commander = region.As("city", Roles.Operator);
        using var made = await commander.PostAsync("/v1/exercises", new { name = "Boats", startsAt = T0, speed = 0 });
        var id = Guid.Parse((await made.JsonAsync()).Id());
        await region.QuietAsync(id);
        return new(region, commander, id);
    }

    private sealed record ExerciseTime(Region Region, ApiClient Operator, Guid Id)
    {
        public async Task AdvanceAsync(DateTimeOffset to)
        {
            using var moved = await Operator.PostAsync($"/v1/exercises/{Id}/advance", new { to });
            await moved.JsonAsync();
            await Region.QuietAsync(Id);
        }

        public async Task<string> ClockAsync(string key, string entity) => (await ClockStatesAsync(key, entity))[^1];

        public async Task<List<string>> ClockStatesAsync(string key, string entity) => [.. (await EventsAsync())
            .Where(e => e.GetProperty("type").GetString() == "clocks.clock-changed.v1").Select(e => e.GetProperty("data"))
            .Where(d => d.Text("key") == key && d.Text("entityId") == entity).Select(d => d.Text("state"))];

        public async Task<HashSet<string>> TypesAsync() => [.. (await EventsAsync()).Select(e => e.Text("type"))];

        private async Task<List<JsonElement>> EventsAsync()
        {
            var all = new List<JsonElement>();
            for (string? next = $"/v1/events?exercise={Id}&limit=200"; next is not null;)
            {
                var page = await Operator.GetJsonAsync(next);
                all.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("event")));
                next = page.Text("next") is { Length: > 0 } cursor ? $"/v1/events?exercise={Id}&limit=200&cursor={cursor}" : null;
            }
            return all;
        }
    }
}
