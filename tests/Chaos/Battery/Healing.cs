using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>The promise after a fault: within sixty seconds of its end every process is ready and every queue has drained, without a hand.</summary>
internal static class Healing
{
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Waits until every process is ready and the region is at rest twice with the same heads. Gives the heads by service.</summary>
    /// <exception cref="TimeoutException">It did not come to rest by then; says what was still under way.</exception>
    internal static async Task<IReadOnlyDictionary<string, long>> RestAsync(BatteryRegion region, DateTimeOffset until, CancellationToken ct)
    {
        for (var before = ""; ;)
        {
            var journals = region.Running.Parts.All(p => p.View.State == PartState.Ready) ? await region.JournalsAsync(ct) : [];
            var isQuiet = journals.Count > 0 && Rest.IsAtRest(journals);
            var heads = string.Join(',', journals.Select(j => Rest.Count(j, "head")));
            if (isQuiet && heads == before) return journals.ToDictionary(j => $"{j["service"]}", j => Rest.Count(j, "head"));
            before = isQuiet ? heads : "";
            if (DateTimeOffset.UtcNow > until)
                throw new TimeoutException($"The region did not heal: {string.Join("; ", region.Running.Parts.Select(p => $"{p.Part.Name} {p.View.State}"))}\n{string.Join('\n', journals.Select(j => j.ToJsonString()))}");
            await Task.Delay(100, ct);
        }
    }
}
