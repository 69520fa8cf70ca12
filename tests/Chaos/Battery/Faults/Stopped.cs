namespace Coordination.Tests.Chaos;

/// <summary>F10: consumers stand still with their connections open, while the others go on, and come back to all that waits for them.</summary>
internal sealed class Stopped(IReadOnlyList<string> parts, TimeSpan lasting) : IFault
{
    public string Name => $"F10 {string.Join(" and ", parts)} stopped";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        foreach (var part in parts) region.Part(part).Pause(paused: true);
        await Until.LastsAsync(lasting).WaitAsync(ct);
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        foreach (var part in parts) region.Part(part).Pause(paused: false);
        return Task.CompletedTask;
    }
}
