using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using static Coordination.Tests.Chaos.RegionReader;

namespace Coordination.Tests.Chaos;

[Collection(typeof(OneProcess))]
public sealed class KillTests
{
    /// <summary>Length of <c>reportEscalation</c> in the cn-default package.</summary>
    private const int EscalationSteps = 4;
    private const int Fewest = 100;

    /// <summary>Kills of a start on fresh files, and of a region at work: fewer in the short form, whose starts take from everything beside it.</summary>
    private static (int OfStarts, int AtWork) Kills => BatteryOptions.IsWhole ? (4, 18) : (2, 9);

    private static readonly DateTimeOffset Start = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Promises G1, G2, G3 and G6 of the README.</summary>
    [Fact]
    public async Task Killed_at_any_moment_under_twenty_writers_it_loses_nothing_and_does_nothing_twice()
    {
        var folder = Directory.CreateTempSubdirectory("chaos").FullName;
        await using var region = new HostProcess(folder);
        var random = new Random(20261123);
        for (var kill = 0; kill < Kills.OfStarts; kill++)
        {
            // A fresh folder: the first milliseconds are spent on migrations.
            region.Start();
            await Task.Delay(random.Next(150, 1200));
            await region.KillAsync();
        }
        region.Start();
        await region.ReadyAsync();
        using var operatorHttp = ClientOf(region, await TokenAsync(region, "region", "operator", "auditor", "duty-officer"));
        var exercise = await BeginAsync(operatorHttp);
        var tokens = new Dictionary<string, string>();
        for (var n = 0; n < Writers.Count; n++) tokens[$"agency-{n}"] = await TokenAsync(region, $"agency-{n}", "reporter");
        var writers = new Writers(region, exercise, Start);
        writers.Start(agency => tokens[agency]);
        for (var kill = 0; kill < Kills.AtWork; kill++)
        {
            // Most kills meet a region at work, however slow the machine; the others meet it wherever in its start it is.
            if (random.Next(3) > 0) await writers.GoneOnAsync(random.Next(1, 40));
            else await Task.Delay(random.Next(50, 900));
            await region.KillAsync();
            region.Start();
        }
        await region.ReadyAsync();
        // Enough that what is proven means something, however few a slow machine took between two kills.
        await writers.GoneOnAsync(Math.Max(1, Fewest + 1 - writers.Acknowledged.Count));
        await writers.StopAsync();
        await QuietAsync(operatorHttp, exercise);
        await ProveAsync(region, operatorHttp, exercise, writers, tokens);
        Assert.Equal(0, await region.StopAsync());
        await ChainVerifiesAsync(folder);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task ProveAsync(HostProcess region, HttpClient http, Guid exercise, Writers writers, Dictionary<string, string> tokens)
    {
        Assert.True(writers.Acknowledged.Count > Fewest, $"only {writers.Acknowledged.Count} reports were acknowledged");
        foreach (var (key, id) in writers.Acknowledged.Where((_, n) => n % 50 == 0))
        {
            using var sender = ClientOf(region, tokens[key[..key.LastIndexOf('-')]]);
            Assert.Equal(id, await Writers.SendAsync(sender, key, exercise, Writers.Body(key, Start), CancellationToken.None));
        }
        var received = await EventsAsync(http, exercise, "intake.report-received.v1");
        Assert.Equal(writers.Acknowledged.Values.Order(), received.Select(e => e.GetProperty("data").GetProperty("reportId").GetGuid()).Order());
        Assert.Equal(received.Count, received.Select(e => e.GetProperty("id").GetGuid()).Distinct().Count());
        // Unacknowledged, a report's clock runs once for each step of the escalation chain, and each step is told once.
        var expected = writers.Acknowledged.Values.SelectMany(id => Enumerable.Range(0, EscalationSteps).Select(n => (id, n))).Order();
        var fired = (await EventsAsync(http, exercise, "clocks.clock-changed.v1")).Select(e => e.GetProperty("data")).Where(d => IsAcknowledge(d) && d.GetProperty("state").GetString() == "Breached");
        Assert.Equal(expected, fired.Select(EntityAndOccurrence).Order());
        var escalated = (await EventsAsync(http, exercise, "intake.report-escalated.v1")).Select(e => e.GetProperty("data"));
        Assert.Equal(expected, escalated.Select(d => (d.GetProperty("reportId").GetGuid(), d.GetProperty("step").GetInt32() - 1)).Order());
        var board = await AllAsync(http, $"/v1/clock-board?key=report.acknowledge&state=Breached&limit=200", exercise);
        Assert.Equal(expected, board.Select(EntityAndOccurrence).Order());
        var timeline = writers.Acknowledged.Values.First();
        var check = await GetAsync(http, $"/v1/incidents/{timeline}/timeline/check", exercise);
        Assert.True(check.GetProperty("holds").GetBoolean());
    }

    private static bool IsAcknowledge(JsonElement clock) => clock.GetProperty("key").GetString() == "report.acknowledge";

    private static (Guid, int) EntityAndOccurrence(JsonElement clock) => (clock.GetProperty("entityId").GetGuid(), clock.GetProperty("occurrence").GetInt32());

    /// <summary>The chain verifies offline on a copy of the files; a flipped byte is found and named.</summary>
    private static async Task ChainVerifiesAsync(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("copy").FullName;
        foreach (var file in Directory.GetFiles(folder, "*.db")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var (status, said) = await CoordAsync("audit", "verify", copy);
        Assert.True(status == 0, said);
        var target = Path.Combine(copy, "intake.db");
        await using (var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={target};Pooling=False"))
        {
            await db.OpenAsync();
            await using var flip = db.CreateCommand();
            flip.CommandText = "UPDATE journal SET header = substr(header, 1, 20) || x'FF' || substr(header, 22) WHERE position = 7";
            Assert.Equal(1, await flip.ExecuteNonQueryAsync());
        }
        var (broken, named) = await CoordAsync("audit", "verify", copy);
        Assert.NotEqual(0, broken);
        Assert.Contains("intake", named, StringComparison.Ordinal);
        Assert.Contains("7", named, StringComparison.Ordinal);
        Directory.Delete(copy, recursive: true);
    }

    private static async Task<(int Status, string Said)> CoordAsync(params string[] args)
    {
        using var coord = Process.Start(new ProcessStartInfo("dotnet", [HostProcess.Assembly("coord.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await coord.StandardOutput.ReadToEndAsync() + await coord.StandardError.ReadToEndAsync();
        await coord.WaitForExitAsync();
        return (coord.ExitCode, said);
    }

    /// <summary>An exercise a thousand times faster than life: clocks of a minute fire while the process is being killed.</summary>
    private static async Task<Guid> BeginAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/exercises") { Content = JsonContent.Create(new { name = "chaos", startsAt = Start, speed = 600, immediate = true }) };
        request.Headers.Add("Idempotency-Key", "\"begin\"");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        while ((await GetAsync(http, $"/v1/intake/journal?exercise={id}", null)).GetProperty("exerciseVersion").GetInt32() == 0) await Task.Delay(20);
        return id;
    }

    /// <summary>Everything sealed, published and handled, and every acknowledgement clock past its minute.</summary>
    private static async Task QuietAsync(HttpClient http, Guid exercise)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var services = (await GetAsync(http, "/v1/region", null)).GetProperty("services").EnumerateArray().Select(s => s.GetProperty("name").GetString()).ToList();
        for (var quiet = 0; quiet < 3;)
        {
            var states = new List<JsonElement>();
            foreach (var service in services) states.Add(await GetAsync(http, $"/v1/{service}/journal?exercise={exercise}", null));
            var rest = states.TrueForAll(s => s.GetProperty("unsealed").GetInt32() + s.GetProperty("unpublished").GetInt64() + s.GetProperty("deferred").GetInt32() + s.GetProperty("overdue").GetInt32() == 0);
            var running = await AllAsync(http, "/v1/clock-board?key=report.acknowledge&state=Running&limit=200", exercise);
            quiet = rest && running.Count == 0 ? quiet + 1 : 0;
            Assert.False(limit.IsCancellationRequested, $"it does not come to rest: {string.Join("; ", states)}");
            await Task.Delay(100);
        }
    }
}
