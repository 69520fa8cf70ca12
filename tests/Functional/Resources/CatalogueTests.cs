using System.Text.Json;
using Coordination.Contracts;
using static Coordination.Tests.Functional.Resources.CatalogueCalls;

namespace Coordination.Tests.Functional.Resources;

public abstract class CatalogueTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : CatalogueTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : CatalogueTests(region);

    [Fact]
    public async Task What_one_agency_lists_another_can_enter_and_lists_the_same()
    {
        var (first, second) = (Of("cat-first"), Of("cat-second"));
        var receipt = await ImportAsync(first, Everything);
        Assert.Equal((9, 9, 0, 0), Tally(receipt));
        // What was entered by other ways is listed too, under its id.
        await first.UnitAsync("fire-engine", 1);
        await first.CreateAsync("stock-lots", new { typeCode = "blanket", quantity = 7, source = "Government" });
        var csv = await CsvAsync(first);
        Assert.Equal(11, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.Contains("'=Boat 1", csv, StringComparison.Ordinal);
        Assert.Equal((11, 11, 0, 0), Tally(await ImportAsync(second, csv)));
        Assert.Equal(csv, await CsvAsync(second));
        Assert.Equal((11, 0, 0, 11), Tally(await ImportAsync(second, csv)));
        Assert.Equal((11, 0, 0, 11), Tally(await ImportAsync(first, csv)));
    }

    [Fact]
    public async Task What_is_entered_is_there_to_be_sent_and_counted()
    {
        var fire = Of("cat-use");
        await ImportAsync(fire, Everything);
        var boat = Assert.Single((await fire.GetAsync("units?typeCode=assault-boat")).GetProperty("items").EnumerateArray());
        Assert.Equal(("=Boat 1", "6", "Available"), (boat.Text("callSign"), boat.Text("strength"), boat.Text("state")));
        var lot = Assert.Single((await fire.GetAsync("stock-lots?typeCode=antiviral")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Agreement", "Taixing wholesalers", "400"), (lot.Text("source"), lot.Text("depot"), lot.Text("free")));
        var ledger = (await fire.GetAsync($"stock-lots/{lot.Id()}/ledger")).GetProperty("items").EnumerateArray();
        Assert.Equal(0, ledger.Sum(p => p.GetProperty("quantity").GetInt32()));
        Assert.Equal("500000000", Assert.Single((await fire.GetAsync("budgets?source=ReserveFund")).GetProperty("items").EnumerateArray()).Text("freeMinor"));
    }

    [Fact]
    public async Task A_code_that_is_there_already_changes_the_thing_and_makes_no_second()
    {
        var fire = Of("cat-again");
        await ImportAsync(fire, Everything);
        var changed = Header + "T-1,Team,water-rescue-team,River team,14,,,,,,,\r\nS-1,Stock,tent,North depot,180,Donation,,43.9,126.6,,,\r\nH-1,Shelter,emergency-shelter,School No. 5,250,,,,,,,\r\n"
            + "F-1,Fund,ReserveFund,Floods of the year,,,,,,,400000000,CNY\r\nM-1,Equipment,pump-unit,Pump 1,1,,,,,,,\r\n";
        Assert.Equal((5, 0, 4, 1), Tally(await ImportAsync(fire, changed)));
        var rows = await RowsAsync(fire);
        Assert.Equal(9, rows.Count);
        Assert.Equal(["14", "180", "250", "400000000"], new[] { "T-1", "S-1", "H-1" }.Select(c => rows[c].Text("quantity")).Append(rows["F-1"].Text("amountMinor")));
        using var other = await TryAsync(fire, "code,kind,typeCode,name,quantity\nT-1,Vehicle,assault-boat,Boat,1\n", "text/csv");
        await other.ProblemAsync(400, "other-thing");
    }

    [Fact]
    public async Task A_column_that_a_file_leaves_out_stays_and_an_empty_cell_clears()
    {
        var fire = Of("cat-part");
        await ImportAsync(fire, Everything);
        var before = await RowsAsync(fire);
        Assert.Equal((4, 0, 2, 2), Tally(await ImportAsync(fire, "code,kind,typeCode,quantity\nT-1,Team,water-rescue-team,14\nS-1,Stock,tent,200\nH-1,Shelter,emergency-shelter,310\nM-1,Equipment,pump-unit,1\n")));
        var rows = await RowsAsync(fire);
        foreach (var kept in (string[])["name", "latitude", "longitude", "amountMinor", "currency", "dutyNumber", "source", "rank"])
            Assert.All(["T-1", "S-1", "H-1"], (string code) => Assert.Equal(before[code].Text(kept), rows[code].Text(kept)));
        Assert.Equal(("14", "310"), (rows["T-1"].Text("quantity"), rows["H-1"].Text("quantity")));
        // A file without the quantity moves a lot and counts nothing.
        Assert.Equal((1, 0, 1, 0), Tally(await ImportAsync(fire, "code,kind,typeCode,name\nS-1,Stock,tent,South depot\n")));
        Assert.Equal((2, 0, 2, 0), Tally(await ImportAsync(fire, "code,kind,typeCode,latitude,longitude,dutyNumber\nT-1,Team,water-rescue-team,,,\nH-1,Shelter,emergency-shelter,,,\n")));
        rows = await RowsAsync(fire);
        Assert.Equal(("South depot", "200", ""), (rows["S-1"].Text("name"), rows["S-1"].Text("quantity"), rows["T-1"].Text("latitude")));
        Assert.Equal(("River team", "", "School No. 5"), (rows["T-1"].Text("name"), rows["H-1"].Text("dutyNumber"), rows["H-1"].Text("name")));
        using var nameless = await TryAsync(fire, "code,kind,typeCode,name\nT-1,Team,water-rescue-team,\n", "text/csv");
        Assert.Equal("/items/0/name", (await nameless.ProblemAsync(400, "required")).GetProperty("errors")[0].Text("pointer"));
        using var json = await TryAsync(fire, """{"items":[{"code":"T-1","kind":"Team","typeCode":"water-rescue-team","amountMinor":null,"currency":null}]}""", "application/json");
        Assert.Equal((1, 0, 1, 0), Tally(await json.JsonAsync()));
        Assert.Equal(("14", ""), ((await RowsAsync(fire))["T-1"].Text("quantity"), (await RowsAsync(fire))["T-1"].Text("amountMinor")));
    }

    [Fact]
    public async Task All_rows_are_taken_or_none_and_each_fault_is_named_by_row_and_field()
    {
        var fire = Of("cat-none");
        using var answer = await TryAsync(fire, "code,kind,typeCode,name,quantity,dutyNumber\nB-1,Vehicle,assault-boat,Boat,6,\nB-2,Vehicle,assault-boat,,many,\nB-1,Expert,hydrology,,1,13800138000\n", "text/csv");
        var problem = await answer.ProblemAsync(400, "type");
        var errors = problem.GetProperty("errors").EnumerateArray().Select(e => (e.Text("pointer"), e.Text("rule"))).ToList();
        Assert.Equal([("/items/1/quantity", "type"), ("/items/2/dutyNumber", "duty-number"), ("/items/2/code", "code-twice")], errors);
        Assert.StartsWith("Line 3: ", problem.GetProperty("errors")[0].Text("detail"), StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(fire));
    }

    [Fact]
    public async Task What_is_leased_or_held_keeps_what_a_fill_counts_on()
    {
        var (health, town) = (Of("cat-held"), Of("cat-asks"));
        await ImportAsync(health, Header + "A-1,AgreementStock,antitoxin,Jinxiang wholesalers,50,,,,,,,\r\n");
        var request = await town.RequestAsync("antitoxin", 40);
        await town.AskAsync(request, "cat-held", 40);
        await region.QuietAsync();
        await health.CreateAsync($"asks/{await health.AskIdAsync(request)}/offer", new { quantity = 40 });
        using (var less = await TryAsync(health, Header + "A-1,AgreementStock,antitoxin,Jinxiang wholesalers,39,,,,,,,\r\n", "text/csv")) await less.ProblemAsync(400, "lot-in-use");
        await ImportAsync(health, Header + "A-1,AgreementStock,antitoxin,Jinxiang wholesalers,45,,,,,,,\r\n");
        var lot = (await health.GetAsync("stock-lots?typeCode=antitoxin")).GetProperty("items")[0];
        Assert.Equal(("5", "40", "45"), (lot.Text("free"), lot.Text("held"), lot.Text("onHand")));
    }

    [Fact]
    public async Task What_left_the_depot_is_not_counted_in_again_by_the_same_file()
    {
        var (health, town) = (Of("cat-left"), Of("cat-left-town"));
        var file = Header + "A-1,AgreementStock,antitoxin,Jinxiang wholesalers,50,,,,,,,\r\n";
        await ImportAsync(health, file);
        var request = await town.RequestAsync("antitoxin", 20);
        await town.AskAsync(request, "cat-left", 20);
        await region.QuietAsync();
        var fill = (await health.CreateAsync($"asks/{await health.AskIdAsync(request)}/commit", new { quantity = 20 })).Id();
        await health.DoAsync($"offers/{fill}", "mobilize", new { });
        await health.DoAsync($"offers/{fill}", "depart", new { });
        Assert.Equal((2, 1, 0, 1), Tally(await ImportAsync(health, file + "H-1,Shelter,emergency-shelter,School No. 5,250,,,,,,,\r\n")));
        var lot = (await health.GetAsync("stock-lots?typeCode=antitoxin")).GetProperty("items")[0];
        Assert.Equal(("30", "20", "30"), (lot.Text("free"), lot.Text("issued"), lot.Text("onHand")));
        await ImportAsync(health, Header + "A-1,AgreementStock,antitoxin,Jinxiang wholesalers,28,,,,,,,\r\n");
        Assert.Equal("28", (await health.GetAsync("stock-lots?typeCode=antitoxin")).GetProperty("items")[0].Text("free"));
    }

    [Fact]
    public async Task Json_says_the_same_as_csv_and_is_read_by_pages()
    {
        var (fire, copy) = (Of("cat-json"), Of("cat-json-copy"));
        await ImportAsync(fire, Everything);
        var pages = new List<JsonElement>();
        for (string? cursor = null; ;)
        {
            var page = await fire.GetAsync($"catalogue?limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
            pages.AddRange(page.GetProperty("items").EnumerateArray());
            if ((cursor = page.Text("next")).Length == 0) break;
        }
        Assert.Equal(9, pages.Count);
        using var answer = await TryAsync(copy, JsonSerializer.Serialize(new { items = pages }), "application/json");
        Assert.Equal((9, 9, 0, 0), Tally(await answer.JsonAsync()));
        Assert.Equal(await CsvAsync(fire), await CsvAsync(copy));
    }

    [Fact]
    public async Task A_long_catalogue_comes_in_by_calls_and_goes_out_whole()
    {
        var fire = Of("cat-long");
        for (var call = 0; call < 3; call++)
            Assert.Equal((1000, 1000, 0, 0), Tally(await ImportAsync(fire, Long(call))));
        using (var more = await TryAsync(fire, Long(9) + "one,Vehicle,assault-boat,too many,1\n", "text/csv")) await more.ProblemAsync(400, "items");
        var lines = (await CsvAsync(fire)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3001, lines.Length);
        Assert.Equal(3000, lines.Skip(1).Select(l => l.Split(',')[0]).Distinct().Count());
    }

    [Fact]
    public async Task Money_is_granted_by_who_may_and_a_whole_book_is_read_by_its_agency_alone()
    {
        var fire = Of("cat-rights");
        using (var money = await TryAsync(fire, "code,kind,typeCode,name,amountMinor,currency\nF-1,Fund,Budget,Year,100,CNY\n", "text/csv", fire.Logistics)) await money.ProblemAsync(400, "role-required");
        var approver = region.As("cat-rights", Roles.Approver);
        using (var granted = await TryAsync(fire, "code,kind,typeCode,name,amountMinor,currency\nF-0,Fund,Budget,Year,100,CNY\n", "text/csv", approver)) Assert.Equal((1, 1, 0, 0), Tally(await granted.JsonAsync()));
        using (var kept = await TryAsync(fire, "code,kind,typeCode,name,quantity\nB-9,Vehicle,assault-boat,Boat 9,6\n", "text/csv", approver)) await kept.ProblemAsync(400, "role-required");
        await ImportAsync(fire, Everything);
        var auditor = region.As("oversight", Roles.Auditor);
        Assert.Equal(10, (await auditor.GetJsonAsync("/v1/agencies/cat-rights/catalogue")).GetProperty("items").GetArrayLength());
        using var whole = await GetCsvAsync(auditor, "cat-rights");
        await whole.ProblemAsync(403, "other-agency");
        var noted = await region.As("cat-rights", Roles.Commander).GetJsonAsync("/v1/resources/accesses?limit=200");
        Assert.Contains("readCatalogue", noted.ToString(), StringComparison.Ordinal);
    }

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
