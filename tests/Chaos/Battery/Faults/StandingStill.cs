namespace Coordination.Tests.Chaos;

/// <summary>F3: SIGSTOP for longer than a sealer's lease of ten seconds, then SIGCONT: a leader that wakes up knows nothing of its successor.</summary>
internal sealed class StandingStill(string name, IReadOnlyList<string[]> turns) : IFault
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(11);

    public string Name => $"F3 {name} stands still";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        foreach (var parts in turns)
        {
            foreach (var part in parts) region.Part(part).Pause(true);
            await Until.LastsAsync(PastTheLease);
            foreach (var part in parts) region.Part(part).Pause(false);
        }
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        foreach (var part in turns.SelectMany(t => t)) region.Part(part).Pause(false);
        return Task.CompletedTask;
    }
}
