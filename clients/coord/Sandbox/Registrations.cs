using System.Text.Json.Nodes;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sandbox;

/// <summary>The sandbox's subscriptions: one for what is no exercise, one for each exercise that is under way.</summary>
/// <param name="region">The region.</param>
/// <param name="agency">The sandbox.</param>
/// <param name="hook">Where events are delivered.</param>
/// <param name="learn">Is given each secret.</param>
internal sealed class Registrations(RegionClient region, Actor agency, Uri hook, Action<string> learn)
{
    private readonly Dictionary<string, string> byExercise = new(StringComparer.Ordinal);

    /// <summary>Ends what an earlier run left, and subscribes.</summary>
    /// <exception cref="RegionException">The region delivers nothing here, and what it needs.</exception>
    internal async Task BeginAsync(CancellationToken ct)
    {
        foreach (var old in await region.ReadAllAsync(agency, "/v1/subscriptions?limit=200", ct))
            if (old["url"]?.ToString() == hook.ToString()) await EndAsync($"{old["id"]}", ct);
        await SubscribeAsync("", null, ct);
    }

    /// <summary>Subscribes in exercises that began, and ends the subscriptions of those that are over.</summary>
    internal async Task FollowAsync(CancellationToken ct)
    {
        var under = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var state in (string[])["Held", "Running"])
            foreach (var exercise in await region.ReadAllAsync(agency, $"/v1/exercises?state={state}&limit=200", ct)) under.Add($"{exercise["id"]}");
        foreach (var begun in under.Where(e => !byExercise.ContainsKey(e))) await SubscribeAsync(begun, begun, ct);
        foreach (var over in byExercise.Keys.Where(e => !under.Contains(e)).ToList())
        {
            await EndAsync(byExercise[over], ct);
            byExercise.Remove(over);
        }
    }

    /// <summary>Ends all.</summary>
    internal async Task EndAsync(CancellationToken ct)
    {
        foreach (var id in byExercise.Values) await EndAsync(id, ct);
        byExercise.Clear();
    }

    private async Task SubscribeAsync(string key, string? exercise, CancellationToken ct)
    {
        var body = new JsonObject { ["name"] = "sandbox", ["kind"] = "Webhook", ["url"] = hook.ToString() };
        // An exercise is heard from its first moment; the rest from now on.
        if (exercise is not null) body["after"] = 0;
        var made = await region.SendAsync(agency, "POST", "/v1/subscriptions", body.ToJsonString(), null, exercise, ct);
        if (made.Rules.Contains("target-not-allowed")) throw new RegionException(Language.Say($"The region delivers nothing to {hook.Host}: start it with COORDINATION_WEBHOOK_ALLOW={hook.Host}."));
        if (!made.IsSuccess) throw new RegionException(Language.Say($"The region took no subscription: {made.Status} {made.Rule}"));
        byExercise[key] = $"{made.Body!["id"]}";
        learn($"{made.Body["secret"]}");
    }

    private async Task EndAsync(string id, CancellationToken ct)
    {
        var newest = await region.SendAsync(agency, "GET", $"/v1/subscriptions/{id}", null, null, null, ct);
        if (newest.IsSuccess) await region.SendAsync(agency, "DELETE", $"/v1/subscriptions/{id}", null, $"{newest.Body?["version"]}", null, ct);
    }
}
