using System.Net.Http.Json;
using System.Text.Json;

namespace Coordination.Bench;

/// <summary>
/// P7: an event comes in and is written to the last of ten thousand streams, beside a loop that sends the same bytes to as many sockets; and what a stream costs
/// in memory. P8: the same while one in a hundred more has asked for the whole log and reads none of it, beside itself without them.
/// </summary>
internal sealed class FanOut : IBenchmark
{
    private const int Readers = 10_000;
    private const int Stalled = Readers / 100;
    private const int Agencies = 50;

    /// <summary>Of the event of a report that is received, as the log has it.</summary>
    private const int EventBytes = 1_000;

    public string Name => "fanout";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("bench").FullName;
        await using var ours = region.Start(Path.Combine(data, "region"));
        await using var twin = FanTwin.Start(EventBytes);
        await ours.ReadyAsync();
        await twin.ReadyAsync();
        await using var reports = await Reporters.StartAsync(ours.Address);
        using var shout = Patience.ClientOf(twin.Address);
        // What those who stall leave unread.
        await reports.SendAsync(effort.Of(400, 2_000), effort.Ct);
        using var issuer = Patience.ClientOf(ours.Address);
        var tokens = await Task.WhenAll(Enumerable.Range(0, Agencies).Select(n => Callers.TokenAsync(issuer, $"agency-{n}", "integration")));
        var (log, before) = (new Uri(ours.Address, "/v1/events"), ours.ResidentMegabytes());
        await using var here = await Crowd.OpenAsync(new(log, $"?type=intake.report-received.v1&after={await EndAsync(ours.Address)}"), Readers, tokens);
        var each = (ours.ResidentMegabytes() - before) * 1024 / Readers;
        await using var there = await Crowd.OpenAsync(new(twin.Address, "/v1/events"), Readers);
        var (fan, stall) = (new Pairs(), new Pairs());
        await effort.WarmAsync(3, 10, OursAsync);
        await effort.WarmAsync(3, 10, FloorAsync);
        foreach (var round in effort.Rounds(8, 30)) await fan.TakeAsync(round, () => effort.MedianAsync(3, OursAsync), () => effort.MedianAsync(3, FloorAsync));
        foreach (var round in effort.Rounds(6, 20))
            await stall.TakeAsync(round, async () =>
            {
                var stalled = await Task.WhenAll(Enumerable.Range(0, Stalled).Select(n => Crowd.ConnectAsync(log, tokens[n % Agencies])));
                var took = await effort.MedianAsync(3, OursAsync);
                foreach (var socket in stalled) socket.Dispose();
                return took;
            }, () => effort.MedianAsync(3, OursAsync));
        await ours.TerminateAsync();
        Directory.Delete(data, recursive: true);
        return
        [
            fan.Result($"P7 event in, on the last of {Readers} streams", "ms", 1.5),
            new("P7 resident memory of a stream", "KB", each, null, 30),
            stall.Result($"P8 the same while {Stalled} more read nothing, beside without them", "ms", 1.1),
        ];

        async Task OursAsync() => await here.HearAsync(() => reports.PublicAsync());
        async Task FloorAsync() => await there.HearAsync(async () => (await shout.PostAsync(new Uri("/fan", UriKind.Relative), null)).Dispose());
    }

    /// <summary>The newest position: the readers come when all that was is over.</summary>
    private static async Task<long> EndAsync(Uri region)
    {
        using var http = await Callers.OfAsync(region, "bench", "operator");
        var (end, next) = (0L, (string?)"0");
        while (next is not null)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(new Uri($"/v1/events?limit=200&cursor={next}", UriKind.Relative));
            if (page.GetProperty("items").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } last) end = last.GetProperty("position").GetInt64();
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        return end;
    }
}
