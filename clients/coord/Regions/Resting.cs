using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Regions;

/// <summary>
/// Waits until a region is at rest: twice in a row, with the same heads. In the first round those services that are not done are asked again until they are; the second asks all.
/// </summary>
/// <param name="services">Their names.</param>
/// <param name="read">The journal page of one of them.</param>
/// <param name="isReached">What else must be so.</param>
internal sealed class Resting(IReadOnlyList<string> services, Func<string, Task<JsonNode>> read, Func<IReadOnlyList<JsonNode>, bool> isReached)
{
    /// <summary>A guard against waiting for ever: a region on a busy machine, or one whose broker has just come back, takes its time.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The pause between two questions grows: each takes from the region what it has for its work, and after a long wait a little more of it is not felt.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10), Longest = TimeSpan.FromMilliseconds(160);

    /// <summary>The pages of the last round; null when it does not come to rest, and then what was seen is handed to <paramref name="given"/>.</summary>
    internal async Task<IReadOnlyList<JsonNode>?> ReachAsync(Action<IReadOnlyList<JsonNode>> given, CancellationToken ct)
    {
        var begun = Environment.TickCount64;
        for (string? before = null; ;)
        {
            var states = await Task.WhenAll(services.Select(read));
            var heads = Heads(states);
            if (heads is not null && heads == before) return states;
            for (var pause = Shortest; heads is null && !IsOver(); pause = pause < Longest ? 2 * pause : Longest)
            {
                await Task.Delay(pause, ct);
                if (await AgainAsync(states)) continue;
                heads = Heads(states);
                break;
            }
            before = heads;
            if (!IsOver()) continue;
            given(states);
            return null;
        }

        string? Heads(JsonNode[] states) => Rest.IsAtRest(states) && isReached(states) ? string.Join(',', states.Select(s => Rest.Count(s, "head"))) : null;

        bool IsOver() => Environment.TickCount64 - begun > Limit.TotalMilliseconds;
    }

    /// <summary>Asks those again that are not done; true while there are such.</summary>
    private async Task<bool> AgainAsync(JsonNode[] states)
    {
        var busy = Enumerable.Range(0, states.Length).Where(IsBusy).ToList();
        await Task.WhenAll(busy.Select(async n => states[n] = await read(services[n])));
        return Enumerable.Range(0, states.Length).Any(IsBusy);

        bool IsBusy(int n) => !Rest.IsQuiet(states[n]) || states.Any(of => !Rest.HasAll(states[n], of));
    }
}
