using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Coordination.Bench;

/// <summary>Agencies with their own books that want more units of each other than there are. Each asks one after the other until one commits; whose units are gone declines.</summary>
/// <param name="client">A caller for an agency, with the roles of logistics and of a commander.</param>
/// <param name="agencies">Who takes part.</param>
internal sealed class Scarcity(Func<string, HttpClient> client, IReadOnlyList<string> agencies)
{
    internal const int Wanted = 4;
    private const int Asked = 3;
    private static readonly string[] Gone = ["unit-held", "unit-not-available", "conflict"];
    private readonly ConcurrentDictionary<string, HttpClient> callers = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Guid>> units = new();

    /// <summary>Gives every agency so many units.</summary>
    internal async Task StockAsync(int each, CancellationToken ct)
    {
        foreach (var agency in agencies)
        {
            var made = new List<Guid>();
            for (var n = 1; n <= each; n++) made.Add(Id(await DoneAsync(agency, "units", new { callSign = $"Boat {n}", typeCode = "speedboat", strength = Wanted }, null, ct)));
            units[agency] = made;
        }
    }

    /// <summary>So many requests, one each <paramref name="pace"/> whether or not those before it have ended.</summary>
    internal async Task<IReadOnlyList<EndedRequest>> RunAsync(int requests, TimeSpan pace, CancellationToken ct)
    {
        var running = new List<Task<EndedRequest>>();
        var since = Stopwatch.StartNew();
        for (var n = 0; n < requests; n++)
        {
            if (pace * n - since.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait, ct);
            var number = n;
            running.Add(Task.Run(() => OneAsync(number, ct), ct));
        }
        return await Task.WhenAll(running);
    }

    /// <summary>What is wrong with the books in the end: a unit that serves two, a fill that only one side has or that both have otherwise.</summary>
    internal async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var (offers, fills) = (new List<JsonElement>(), new List<JsonElement>());
        foreach (var agency in agencies)
        {
            offers.AddRange(await AllAsync(agency, "offers", ct));
            fills.AddRange(await AllAsync(agency, "fills", ct));
        }
        var theirs = fills.ToDictionary(Id, f => $"{f.GetProperty("state")} {f.GetProperty("quantity")}");
        return
        [
            .. offers.Where(o => o.GetProperty("state").GetString() == "Committed").GroupBy(o => o.GetProperty("unitId").GetGuid()).Where(g => g.Count() > 1).Select(g => $"unit {g.Key} serves {g.Count()} fills"),
            .. offers.Where(o => theirs.GetValueOrDefault(Id(o)) != $"{o.GetProperty("state")} {o.GetProperty("quantity")}").Select(o => $"{Id(o)} is {o.GetProperty("state")} with its owner and {theirs.GetValueOrDefault(Id(o), "unknown")} with who asked"),
            .. theirs.Keys.Except(offers.Select(Id)).Select(id => $"{id} is not in its owner's book"),
        ];
    }

    private async Task<EndedRequest> OneAsync(int number, CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        var (mine, first) = (agencies[number % agencies.Count], number / agencies.Count);
        var line = new { typeCode = "speedboat", quantity = Wanted, mission = "Rescue", needBy = DateTimeOffset.UtcNow.AddHours(6) };
        var request = await DoneAsync(mine, "requests", new { incidentId = Guid.NewGuid(), level = "II", lines = new[] { line } }, null, ct);
        var path = $"requests/{Id(request)}";
        request = await DoneAsync(mine, $"{path}/submit", null, Version(request), ct);
        await DoneAsync(mine, $"{path}/lines/1/approve", new { quantity = Wanted }, Version(request), ct);
        TimeSpan? took = null;
        for (var n = 0; n < Math.Min(Asked, agencies.Count - 1) && took is null; n++)
        {
            var supplier = agencies[(number + 1 + (first + n) % (agencies.Count - 1)) % agencies.Count];
            request = await ReadAsync(mine, path, ct);
            await DoneAsync(mine, $"{path}/lines/1/ask", new { toAgency = supplier, relation = "Peer", quantity = Wanted }, Version(request), ct);
            var asks = await UntilAsync(supplier, $"asks?requestId={Id(request)}", p => p.GetProperty("items").GetArrayLength() > 0, ct);
            var answered = await AnswerAsync(supplier, Id(asks.GetProperty("items")[0]), number, ct);
            // It has ended for the one who asked when it stands in its own book.
            request = await UntilAsync(mine, path, r => Fills(r).Any(f => f.GetProperty("supplier").GetString() == supplier && f.GetProperty("state").GetString() is "Committed" or "Declined"), ct);
            if (answered) took = since.Elapsed;
        }
        if (took is null) request = await DoneAsync(mine, $"{path}/lines/1/give-up", null, Version(request), ct);
        var reasons = new List<string>();
        foreach (var fill in Fills(request))
            reasons.Add(await ReadAsync(mine, $"fills/{fill.GetProperty("fillId").GetGuid()}", ct) is var book && book.TryGetProperty("reason", out var reason) ? $"{book.GetProperty("state")} {reason}" : $"{book.GetProperty("state")}");
        return new(request.GetProperty("lines")[0].GetProperty("state").GetString()!, reasons, took);
    }

    /// <summary>The supplier's dispatcher commits a unit that is free, or declines when none is. True when it committed.</summary>
    private async Task<bool> AnswerAsync(string supplier, Guid ask, int number, CancellationToken ct)
    {
        for (var n = 0; n < units[supplier].Count; n++)
        {
            var unit = units[supplier][(number + n) % units[supplier].Count];
            var (status, said) = await PostAsync(supplier, $"asks/{ask}/commit", new { quantity = Wanted, unitId = unit }, null, ct);
            if (status == 201) return true;
            if (!Gone.Any(g => said.GetProperty("type").GetString()!.EndsWith($":{g}", StringComparison.Ordinal))) throw new InvalidOperationException($"a commitment was refused: {status} {said}");
        }
        await DoneAsync(supplier, $"asks/{ask}/decline", new { reason = "NotAvailable" }, 1, ct);
        return false;
    }

    private async Task<JsonElement> DoneAsync(string agency, string path, object? body, int? version, CancellationToken ct) =>
        await PostAsync(agency, path, body, version, ct) is ( < 300, var said) ? said : throw new InvalidOperationException($"{agency} {path} was refused");

    private async Task<(int Status, JsonElement Said)> PostAsync(string agency, string path, object? body, int? version, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/agencies/{agency}/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
        if (version is { } known) request.Headers.TryAddWithoutValidation("If-Match", $"\"{known}\"");
        using var answer = await CallerOf(agency).SendAsync(request, ct);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(ct));
    }

    private Task<JsonElement> ReadAsync(string agency, string path, CancellationToken ct) => CallerOf(agency).GetFromJsonAsync<JsonElement>($"/v1/agencies/{agency}/{path}", ct);

    private async Task<JsonElement> UntilAsync(string agency, string path, Func<JsonElement, bool> isSo, CancellationToken ct)
    {
        var read = default(JsonElement);
        try
        {
            for (var wait = 2; ; wait = Math.Min(wait * 2, 50))
            {
                read = await ReadAsync(agency, path, ct);
                if (isSo(read)) return read;
                await Task.Delay(wait, ct);
            }
        }
        catch (OperationCanceledException e) when (ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{agency} waited for {path}, which is {read}", e);
        }
    }

    private async Task<List<JsonElement>> AllAsync(string agency, string path, CancellationToken ct)
    {
        var all = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = await ReadAsync(agency, $"{path}?limit=200{next}", ct);
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("next", out var cursor) && cursor.GetString() is { } more ? $"&cursor={Uri.EscapeDataString(more)}" : null;
        }
        return all;
    }

    private HttpClient CallerOf(string agency) => callers.GetOrAdd(agency, client);

    private static IEnumerable<JsonElement> Fills(JsonElement request) => request.GetProperty("lines")[0].GetProperty("fills").EnumerateArray();

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();

    private static int Version(JsonElement thing) => thing.GetProperty("version").GetInt32();
}
