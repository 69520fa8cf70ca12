using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>
/// F11: somebody has the passwords of two services at the broker. True events come three times, late and in any order, and change nothing; what is forged,
/// cut short, no event at all or too large is kept for the operator at every consumer, once, until he discards it. Nobody else waits.
/// </summary>
internal sealed class BadMessages(int copies) : IFault
{
    private const string Type = "clocks.clock-changed.v1";

    public string Name => "F11 bad messages";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        var events = await RawJournal.ReadAsync(region.Running.Postgres!.AdminConnection, "intake", copies, ct);
        await using var intake = await RawSender.ConnectAsync(region.Folder, "intake", ct);
        var sent = Enumerable.Repeat(events, 3).SelectMany(e => e).ToArray();
        BatteryOptions.RandomOf(Name).Shuffle(sent);
        foreach (var e in sent) await intake.SendAsync(e, ct);
        var bad = await SendBadAsync(region, intake, events.First(e => e.Type == Type), ct);
        foreach (var consumer in Consumers(region)) await Until.TrueAsync(async () => (await RefusedAsync(region, consumer, ct)).Count == bad, Healing.Limit, () => $"{consumer} does not keep the {bad} bad messages");
    }

    /// <summary>The operator looks through what was refused, and discards it.</summary>
    public async Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        foreach (var consumer in Consumers(region))
            foreach (var row in await RefusedAsync(region, consumer, ct))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{consumer}/deferred/{row!["id"]}/discard");
                request.Headers.Add("Idempotency-Key", $"\"{row["id"]}\"");
                using var answer = await region.Scene.Operator.SendAsync(request, ct);
                Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(ct));
            }
    }

    /// <summary>Each twice. Gives how many different ones.</summary>
    private static async Task<int> SendBadAsync(BatteryRegion region, RawSender intake, RawEvent real, CancellationToken ct)
    {
        await using var resources = await RawSender.ConnectAsync(region.Folder, "resources", ct);
        (RawSender Sender, RawEvent Event)[] bad =
        [
            (resources, real),
            (intake, real with { Body = real.Body[..(real.Body.Length / 2)] }),
            (intake, real with { Body = "no event"u8.ToArray() }),
            (intake, real with { Body = new byte[5_000_000] }),
            (intake, real with { Position = -real.Position }),
            (intake, real with { Previous = "[]" }),
        ];
        foreach (var (sender, e) in bad.Concat(bad)) await sender.SendAsync(e, ct);
        return bad.Length;
    }

    private static IEnumerable<string> Consumers(BatteryRegion region) => region.Door.Services.Where(s => EventFlow.TakenBy(s).Contains(Type));

    private static async Task<IReadOnlyList<JsonNode?>> RefusedAsync(BatteryRegion region, string consumer, CancellationToken ct)
    {
        var page = await region.Scene.Operator.GetFromJsonAsync<JsonNode>($"/v1/{consumer}/deferred?limit=200", ct);
        return [.. page!["items"]!.AsArray().Where(d => $"{d!["error"]}" is var why && (why.StartsWith("forged", StringComparison.Ordinal) || why.StartsWith("unreadable", StringComparison.Ordinal)))];
    }
}
