using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>F12: replicas are replaced one by one under load, each in good order and only when the one before is ready again.</summary>
internal sealed class Replaced(string name, IReadOnlyList<string> parts) : IFault
{
    public string Name => $"F12 {name} replaced";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        foreach (var part in parts.Select(region.Part))
        {
            var before = part.View.Restarts;
            await part.ReplaceAsync();
            await Until.TrueAsync(() => part.View is { State: PartState.Ready } now && now.Restarts > before, RegionLoad.Patience, () => $"{part.Part.Name} does not come back: {part.Said}");
        }
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => Task.CompletedTask;
}
