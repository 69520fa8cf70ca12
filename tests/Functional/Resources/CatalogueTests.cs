using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Resources;

public abstract class CatalogueTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : CatalogueTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : CatalogueTests(region);

    private const string Header = "code,kind,typeCode,name,quantity,source,expiresAt,latitude,longitude,dutyNumber,amountMinor,currency\r\n";

    private static readonly string Everything = Header + string.Join("\r\n",
        "T-1,Team,water-rescue-team,River team,12,,,43.88,126.55,,20000,CNY", "V-1,Vehicle,assault-boat,'=Boat 1,6,,,,,,,", "M-1,Equipment,pump-unit,Pump 1,1,,,,,,,",
        "S-1,Stock,tent,North depot,200,Donation,,43.9,126.6,,,", $"A-1,AgreementStock,antiviral,Taixing wholesalers,400,,{DateTimeOffset.UtcNow.AddYears(2):yyyy-MM-ddTHH:mm:ssZ},,,,,",
        "P-1,Position,duty-post,Night shift,4,,,,,,,", "H-1,Shelter,emergency-shelter,School No. 5,300,,,43.8,126.5,0432-6200 1000,,", "E-1,Expert,hydrology,,3,,,,,0432-6200 1001,,",
        "F-1,Fund,ReserveFund,Floods of the year,,,,,,,500000000,CNY");

    [Fact]
    public async Task What_one_agency_lists_another_can_enter_and_lists_the_same()
    {
        var (first, second) = (Of("cat-first"), Of("cat-second"));
        var receipt = await ImportAsync(first, Everything);
        Assert.Equal((9, 9, 0, 0), Counts(receipt));
        // What was entered by other ways is listed too, under its id.
        await first.UnitAsync("fire-engine", 1);
        await first.CreateAsync("stock-lots", new { typeCode = "blanket", quantity = 7, source = "Government" });
        var csv = await CsvAsync(first);
        Assert.Equal(11, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.Contains("'=Boat 1", csv, StringComparison.Ordinal);
        Assert.Equal((11, 11, 0, 0), Counts(await ImportAsync(second, csv)));
        Assert.Equal(csv, await CsvAsync(second));
        Assert.Equal((11, 0, 0, 11), Counts(await ImportAsync(second, csv)));
        Assert.Equal((11, 0, 0, 11), Counts(await ImportAsync(first, csv)));
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
        Assert.Equal((5, 0, 4, 1), Counts(await ImportAsync(fire, changed)));
        var rows = await RowsAsync(fire);
        Assert.Equal(9, rows.Count);
        Assert.Equal(["14", "180", "250", "400000000"], new[] { "T-1", "S-1", "H-1" }.Select(c => rows[c].Text("quantity")).Append(rows["F-1"].Text("amountMinor")));
        using var other = await TryAsync(fire, "code,kind,typeCode,name,quantity\nT-1,Vehicle,assault-boat,Boat,1\n", "text/csv");
        await other.ProblemAsync(400, "other-thing");
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
        Assert.Equal((9, 9, 0, 0), Counts(await answer.JsonAsync()));
        Assert.Equal(await CsvAsync(fire), await CsvAsync(copy));
    }

    [Fact]
    public async Task A_long_catalogue_comes_in_by_calls_and_goes_out_whole()
    {
        var fire = Of("cat-long");
        for (var call = 0; call < 3; call++)
            Assert.Equal((1000, 1000, 0, 0), Counts(await ImportAsync(fire, Long(call))));
        using (var more = await TryAsync(fire, Long(9) + "one,Vehicle,assault-boat,too many,1\n", "text/csv")) await more.ProblemAsync(400, "items");
        var lines = (await CsvAsync(fire)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3001, lines.Length);
        Assert.Equal(3000, lines.Skip(1).Select(l => l.Split(',')[0]).Distinct().Count());
    }

    [Fact]
    public async Task Money_is_granted_by_who_may_and_a_whole_book_is_read_by_its_agency_alone()
    {
        var fire = Of("cat-rights");
        using (var money = await TryAsync(fire, "code,kind,typeCode,name,amountMinor,currency\nF-1,Fund,Budget,Year,100,CNY\n", "text/csv", fire.Logistics)) await money.ProblemAsync(400, "role");
        await ImportAsync(fire, Everything);
        var auditor = region.As("oversight", Roles.Auditor);
        Assert.Equal(9, (await auditor.GetJsonAsync("/v1/agencies/cat-rights/catalogue")).GetProperty("items").GetArrayLength());
        using var whole = await GetCsvAsync(auditor, "cat-rights");
        await whole.ProblemAsync(403, "other-agency");
        var noted = await region.As("cat-rights", Roles.Commander).GetJsonAsync("/v1/resources/accesses?limit=200");
        Assert.Contains("readCatalogue", noted.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_pays_what_was_set_aside_of_it_and_no_more()
    {
        var city = Of("cat-budget");
        var budget = (await city.CreateByAsync(city.Commander, "budgets", new { source = "ReserveFund", amountMinor = 1000, currency = "CNY", purpose = "Floods" })).Id();
        var fund = (await city.CreateAsync("funds", new { source = "ReserveFund", amountMinor = 700, currency = "CNY", purpose = "Boats", budgetId = budget })).Id();
        await city.DoAsync($"funds/{fund}", "commit");
        var second = (await city.CreateAsync("funds", new { source = "ReserveFund", amountMinor = 400, currency = "CNY", purpose = "Tents", budgetId = budget })).Id();
        using (var over = await city.TryAsync($"funds/{second}", "commit")) await over.ProblemAsync(409, "insufficient-funds");
        await city.DoAsync($"funds/{fund}", "spend", new { amountMinor = 650 });
        var left = await city.GetAsync($"budgets/{budget}");
        Assert.Equal(("1000", "350", "0", "650"), (left.Text("grantedMinor"), left.Text("freeMinor"), left.Text("setAsideMinor"), left.Text("spentMinor")));
        await city.DoAsync($"budgets/{budget}", "grant", new { amountMinor = 1100 });
        await city.DoAsync($"funds/{second}", "commit");
        using (var less = await city.TryAsync($"budgets/{budget}", "grant", new { amountMinor = 1000 })) await less.ProblemAsync(409, "insufficient-funds");
        var ledger = (await city.GetAsync($"budgets/{budget}/ledger?limit=200")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(0, ledger.Sum(p => p.GetProperty("amountMinor").GetInt64()));
        Assert.Equal(650, ledger.Where(p => p.Text("account") == "Spent").Sum(p => p.GetProperty("amountMinor").GetInt64()));
        using var wrong = await city.Logistics.PostAsync("/v1/agencies/cat-budget/funds", new { source = "Budget", amountMinor = 1, currency = "CNY", purpose = "x", budgetId = budget });
        await wrong.ProblemAsync(400, "no-such-budget");
    }

    private static string Long(int call) => "code,kind,typeCode,name,quantity\n"
        + string.Concat(Enumerable.Range(0, 1000).Select(n => n % 10 < 3 ? $"L-{call}-{n},Vehicle,assault-boat,Boat {n},6\n" : n % 10 < 6 ? $"L-{call}-{n},Shelter,emergency-shelter,Hall {n},{n + 1}\n" : $"L-{call}-{n},Stock,tent,Depot {n},{n + 1}\n"));

    private static (int Rows, int Added, int Changed, int Unchanged) Counts(JsonElement r) =>
        (r.GetProperty("rows").GetInt32(), r.GetProperty("added").GetInt32(), r.GetProperty("changed").GetInt32(), r.GetProperty("unchanged").GetInt32());

    private static async Task<Dictionary<string, JsonElement>> RowsAsync(Book book) =>
        (await book.GetAsync("catalogue?limit=200")).GetProperty("items").EnumerateArray().ToDictionary(r => r.Text("code"), StringComparer.Ordinal);

    private static async Task<JsonElement> ImportAsync(Book book, string csv)
    {
        using var answer = await TryAsync(book, csv, "text/csv");
        return await answer.JsonAsync();
    }

    private static async Task<HttpResponseMessage> TryAsync(Book book, string body, string type, ApiClient? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/agencies/{book.Agency}/catalogue/import") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
        return await (by ?? book.Commander).Http.SendAsync(request);
    }

    private static async Task<string> CsvAsync(Book book)
    {
        using var answer = await GetCsvAsync(book.Commander, book.Agency);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        // What was entered in one millisecond has no order.
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(lines.Take(1).Concat(lines.Skip(1).Order(StringComparer.Ordinal)).Select(l => l + "\r\n"));
    }

    private static async Task<HttpResponseMessage> GetCsvAsync(ApiClient client, string agency)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/agencies/{agency}/catalogue");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        return await client.Http.SendAsync(request);
    }

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
