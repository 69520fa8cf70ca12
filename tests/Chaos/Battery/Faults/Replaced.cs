using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>F12: replicas are replaced one by one under load, each in good order and only when the one before is ready again.</summary>
/// <param name="name">Which cell.</param>
/// <param name="parts">In their order.</param>
/// <param name="older">
/// The programs of an older release. With them each is put back to that release first, on the newer one's database, as when a rollout is undone, and then
/// replaced as when it is rolled out again: for most of the cell the replicas of both work side by side.
/// </param>
internal sealed class Replaced(string name, IReadOnlyList<string> parts, string? older = null) : IFault
{
    public string Name => $"F12 {name} replaced";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        if (older is not null) await EachAsync(region, [.. parts.Reverse()], older, ct);
        await EachAsync(region, parts, null, ct);
    }

    private static async Task EachAsync(BatteryRegion region, IReadOnlyList<string> parts, string? programs, CancellationToken ct)
    {
        foreach (var part in parts.Select(region.Part))
        {
            await region.RunsAsync(part.Part.Name, programs, ct);
            var before = part.View.Restarts;
            await part.ReplaceAsync();
            await Until.TrueAsync(() => part.View is { State: PartState.Ready } now && now.Restarts > before, RegionLoad.Patience, () => $"{part.Part.Name} does not come back: {part.Said}");
        }
    }

    /// <summary>The next cell is not played on the older release, whatever became of this one.</summary>
    public Task EndAsync(BatteryRegion region, CancellationToken ct) => Task.WhenAll(parts.Select(p => region.RunsAsync(p, null, ct)));
}
