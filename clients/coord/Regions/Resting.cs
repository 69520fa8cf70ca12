using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Regions;

/// <summary>
/// Waits until a region is at rest: twice in a row, with the same heads. Between two rounds only those services are asked that were not done, until they are.
/// </summary>
/// <param name="services">Their names.</param>
/// <param name="read">The journal page of one of them.</param>
/// <param name="isReached">What else must be so.</param>
internal sealed class Resting(IReadOnlyList<string> services, Func<string, Task<JsonNode>> read, Func<IReadOnlyList<JsonNode>, bool> isReached)
{
    /// <summary>A guard against waiting for ever: a region on a busy machine, or one whose broker has just come back, takes its time.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The pages of the last round; null when it does not come to rest, and then what was seen is handed to <paramref name="given"/>.</summary>
    internal async Task<IReadOnlyList<JsonNode>?> ReachAsync(Action<IReadOnlyList<JsonNode>> given, CancellationToken ct)
    {
        var begun = Environment.TickCount64;
        for (string? before = null; ;)
        {
            var states = await Task.WhenAll(services.Select(read));
            var heads = Rest.IsAtRest(states) && isReached(states) ? string.Join(',', states.Select(s => Rest.Count(s, "head"))) : null;
            if (heads is not null && heads == before) return states;
            before = heads;
            while (heads is null && !IsOver())
            {
                await Task.Delay(Pause, ct);
                if (!await AgainAsync(states)) break;
            }
            if (!IsOver()) continue;
            given(states);
            return null;
        }

        bool IsOver() => Environment.TickCount64 - begun > Limit.TotalMilliseconds;
    }

    /// <summary>Asks those again that are not done; true while there are such.</summary>
    private async Task<bool> AgainAsync(JsonNode[] states)
    {
        var busy = Enumerable.Range(0, states.Length).Where(IsBusy).ToList();
        await Task.WhenAll(busy.Select(async n => states[n] = await read(services[n])));
        return busy.Exists(IsBusy);

        bool IsBusy(int n) => !Rest.IsQuiet(states[n]) || states.Any(of => !Rest.HasAll(states[n], of));
    }
}
