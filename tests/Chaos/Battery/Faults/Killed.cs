using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>F1: SIGKILL of processes, one after the other in the seed's order. Each is started again by whoever keeps it.</summary>
internal sealed class Killed(string name, IReadOnlyList<string> parts, TimeSpan pace) : IFault
{
    public string Name => $"F1 {name} killed";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        var order = parts.ToArray();
        BatteryOptions.RandomOf(Name).Shuffle(order);
        foreach (var part in order)
        {
            var before = region.Part(part).View;
            await region.Part(part).KillAsync();
            await Until.TrueAsync(() => region.Part(part).View is var now && (now.Restarts > before.Restarts || now.State == PartState.Ended), Healing.Limit, () => $"{part} does not die");
            await Until.LastsAsync(pace);
        }
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => Task.CompletedTask;
}
