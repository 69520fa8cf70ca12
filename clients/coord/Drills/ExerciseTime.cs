using System.Globalization;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Drills;

/// <summary>
/// Holds the exercise's time until the region is at rest, then jumps: to the next moment at which a clock does something by itself, or to the
/// next step, whichever comes first. So clocks fire in order, and thirty days pass in seconds.
/// </summary>
internal sealed class ExerciseTime(RegionClient region, double? speed)
{
    private readonly long startedAt = Environment.TickCount64;
    private DateTimeOffset begin;
    private IReadOnlyList<JsonNode>? rested;

    internal string Id { get; private set; } = "";

    internal DateTimeOffset Now { get; private set; }

    internal IReadOnlyList<string> Services { get; private set; } = [];

    /// <summary>The same time in a copy of the region, which is at rest.</summary>
    internal ExerciseTime In(RegionClient copy) => new(copy, speed) { begin = begin, rested = rested, Id = Id, Now = Now, Services = Services };

    internal async Task BeginAsync(Drill drill, CancellationToken ct)
    {
        Services = [.. (await region.ReadAsync(null, "/v1/region", ct))["services"]!.AsArray().Select(s => s!["name"]!.GetValue<string>())];
        Now = begin = drill.T0 + drill.Begins;
        var body = new JsonObject { ["name"] = drill.Name, ["startsAt"] = Text(begin), ["speed"] = 0, ["immediate"] = true };
        var reply = await region.SendAsync(Observers.Control, "POST", "/v1/exercises", body.ToJsonString(), null, null, ct);
        if (!reply.IsSuccess) throw new RegionException($"The region began no exercise: {reply.Status} {reply.Body?.ToJsonString()}");
        Id = reply.Body!["id"]!.GetValue<string>();
        await RestAsync(ct);
    }

    /// <summary>Moves time to a moment, stopping wherever a clock fires on the way. The region is at rest, and nobody has set anything in motion since it was seen to be.</summary>
    internal async Task AdvanceAsync(DateTimeOffset target, Func<Task> moved, CancellationToken ct)
    {
        while (Now < target)
        {
            // While real time passes between two jumps, others may have changed something.
            var next = (speed is null && rested is not null ? rested : await RestAsync(ct)).Select(s => Match.Instant(s["nextDue"])).Where(d => d > Now).Min();
            var to = next is { } due && due < target ? due : target;
            await PaceAsync(to, ct);
            var reply = await region.SendAsync(Observers.Control, "POST", $"/v1/exercises/{Id}/advance", new JsonObject { ["to"] = Text(to) }.ToJsonString(), null, null, ct);
            if (!reply.IsSuccess) throw new RegionException($"Time does not move: {reply.Status} {reply.Body?.ToJsonString()}");
            Now = to;
            await RestAsync(ct);
            await moved();
        }
    }

    /// <summary>Waits until every journal is sealed and published, nothing is deferred, every service has the newest time, and no clock is overdue: twice in a row.</summary>
    internal async Task<IReadOnlyList<JsonNode>> RestAsync(CancellationToken ct)
    {
        var stuck = "";
        rested = await new Resting(Services, s => region.ReadAsync(Observers.Control, $"/v1/{s}/journal?exercise={Id}", ct), HaveNewestTime)
            .ReachAsync(states => stuck = string.Join("; ", states.Where(s => !Rest.IsQuiet(s)).DefaultIfEmpty(states[0]).Select(s => s.ToJsonString())), ct);
        return rested ?? throw new RegionException($"The region does not come to rest: {stuck}");
    }

    private static bool HaveNewestTime(IReadOnlyList<JsonNode> states) =>
        states.Select(s => Rest.Count(s, "exerciseVersion")).Distinct().Count() == 1 && Rest.Count(states[0], "exerciseVersion") > 0;

    /// <summary>The speed is an upper limit: exercise time never runs faster than that, and slower when the region is.</summary>
    private async Task PaceAsync(DateTimeOffset to, CancellationToken ct)
    {
        if (speed is not { } limit) return;
        var early = ((to - begin) / limit) - TimeSpan.FromMilliseconds(Environment.TickCount64 - startedAt);
        if (early > TimeSpan.Zero) await Task.Delay(early, ct);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
