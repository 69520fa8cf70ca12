using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>
/// The promise after a fault: within sixty seconds of its end every process is ready and every queue has drained, without a hand. The whole battery has a
/// machine to itself and holds the region to it; the short form, on whatever machine it runs beside whatever else, says how long it took, and demands the rest.
/// </summary>
internal static class Healing
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(60);

    /// <summary>What does not heal without a hand is not healed after minutes either.</summary>
    internal static readonly TimeSpan Limit = BatteryOptions.IsWhole ? Promise : 4 * Promise;

    /// <summary>How long it took, for the one who reads the output.</summary>
    internal static string Say(TimeSpan took) => $"healed {took.TotalSeconds:0.0} s after its end{(took > Promise ? $", more than the {Promise.TotalSeconds:0} s that are promised" : "")}";

    /// <summary>Each look is a question to every service: asked without pause, they would have little time left to heal.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until every process is ready and the region is at rest twice with the same heads. Gives the heads by service.</summary>
    /// <exception cref="TimeoutException">It did not come to rest by then; says what was still under way.</exception>
    internal static async Task<IReadOnlyDictionary<string, long>> RestAsync(Door door, HttpClient reader, Func<IReadOnlyList<PartView>> parts, TimeSpan patience, CancellationToken ct)
    {
        IReadOnlyList<JsonNode> journals = [];
        var (before, now) = ("", "");
        await Until.TrueAsync(IsAtRestAsync, patience, () =>
            $"The region did not heal: {string.Join("; ", parts().Select(p => $"{p.Name} {p.State}"))}\n{string.Join('\n', journals.Select(j => j.ToJsonString()))}", Look);
        return journals.ToDictionary(j => $"{j["service"]}", j => Rest.Count(j, "head"));

        async Task<bool> IsAtRestAsync()
        {
            journals = parts().All(p => p.State == PartState.Ready) ? await door.JournalsAsync(reader, ct) : [];
            (before, now) = (now, journals.Count > 0 && Rest.IsAtRest(journals) ? string.Join(',', journals.Select(j => Rest.Count(j, "head"))) : "");
            return now.Length > 0 && now == before;
        }
    }
}
