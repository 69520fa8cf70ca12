using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>
/// The promise after a fault: within sixty seconds of its end every process is ready and every queue has drained, without a hand. The whole battery has a
/// machine to itself and holds the region to the second. The short form is played on any machine beside anything: where the region itself is slow to start,
/// it has as many times longer to heal. How long it took is printed.
/// </summary>
internal static class Healing
{
    private const int Starts = 3;
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(60);
    private static long start;

    /// <summary>How long this region took, here and now, from nothing to rest: the measure of the machine. Until it is known, what does not heal in minutes does not heal.</summary>
    internal static TimeSpan Start { set => Volatile.Write(ref start, value.Ticks); }

    internal static TimeSpan Limit => BatteryOptions.IsWhole ? Promise
        : Volatile.Read(ref start) is > 0 and var ticks ? TimeSpan.FromTicks(Math.Max(Promise.Ticks, Starts * ticks)) : 4 * Promise;

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
