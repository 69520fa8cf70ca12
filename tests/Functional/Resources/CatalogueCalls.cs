using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Coordination.Tests.Functional.Resources;

/// <summary>How a catalogue is entered and read, and one with something of every kind.</summary>
internal static class CatalogueCalls
{
    public const string Header = "code,kind,typeCode,name,quantity,source,expiresAt,latitude,longitude,dutyNumber,amountMinor,currency\r\n";

    public static readonly string Everything = Header + string.Join("\r\n",
        "T-1,Team,water-rescue-team,River team,12,,,43.88,126.55,,20000,CNY", "V-1,Vehicle,assault-boat,'=Boat 1,6,,,,,,,", "M-1,Equipment,pump-unit,Pump 1,1,,,,,,,",
        "S-1,Stock,tent,North depot,200,Donation,,43.9,126.6,,,", $"A-1,AgreementStock,antiviral,Taixing wholesalers,400,,{DateTimeOffset.UtcNow.AddYears(2):yyyy-MM-ddTHH:mm:ssZ},,,,,",
        "P-1,Position,duty-post,Night shift,4,,,,,,,", "H-1,Shelter,emergency-shelter,School No. 5,300,,,43.8,126.5,0432-6200 1000,,", "E-1,Expert,hydrology,,3,,,,,0432-6200 1001,,",
        "F-1,Fund,ReserveFund,Floods of the year,,,,,,,500000000,CNY");

    public static string Long(int call) => "code,kind,typeCode,name,quantity\n"
        + string.Concat(Enumerable.Range(0, 1000).Select(n => n % 10 < 3 ? $"L-{call}-{n},Vehicle,assault-boat,Boat {n},6\n" : n % 10 < 6 ? $"L-{call}-{n},Shelter,emergency-shelter,Hall {n},{n + 1}\n" : $"L-{call}-{n},Stock,tent,Depot {n},{n + 1}\n"));

    public static (int Rows, int Added, int Changed, int Unchanged) Tally(JsonElement r) =>
        (r.GetProperty("rows").GetInt32(), r.GetProperty("added").GetInt32(), r.GetProperty("changed").GetInt32(), r.GetProperty("unchanged").GetInt32());

    public static async Task<Dictionary<string, JsonElement>> RowsAsync(Book book) =>
        (await book.GetAsync("catalogue?limit=200")).GetProperty("items").EnumerateArray().ToDictionary(r => r.Text("code"), StringComparer.Ordinal);

    public static async Task<JsonElement> ImportAsync(Book book, string csv)
    {
        using var answer = await TryAsync(book, csv, "text/csv");
        return await answer.JsonAsync();
    }

    public static async Task<HttpResponseMessage> TryAsync(Book book, string body, string type, ApiClient? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/agencies/{book.Agency}/catalogue/import") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
        return await (by ?? book.Commander).Http.SendAsync(request);
    }

    public static async Task<string> CsvAsync(Book book)
    {
        using var answer = await GetCsvAsync(book.Commander, book.Agency);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        // What was entered in one millisecond has no order.
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(lines.Take(1).Concat(lines.Skip(1).Order(StringComparer.Ordinal)).Select(l => l + "\r\n"));
    }

    public static async Task<HttpResponseMessage> GetCsvAsync(ApiClient client, string agency)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/agencies/{agency}/catalogue");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        return await client.Http.SendAsync(request);
    }
}
