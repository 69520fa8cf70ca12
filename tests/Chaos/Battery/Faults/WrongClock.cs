namespace Coordination.Tests.Chaos;

/// <summary>F9: the clocks of some processes are wrong, one step after the other, and then right again.</summary>
/// <param name="name">Which cell.</param>
/// <param name="steps">For each process what its clock says, in order: seconds and parts per million (<c>COORDINATION_TEST_CLOCK</c>).</param>
/// <param name="lasting">For how long each step.</param>
/// <param name="restarted">True when the processes are killed once their clocks are right: what they wrote ahead of time must hold nobody up.</param>
internal sealed class WrongClock(string name, IReadOnlyDictionary<string, string[]> steps, TimeSpan lasting, bool restarted = false) : IFault
{
    public string Name => $"F9 {name}";

    internal static WrongClock Of(string name, IEnumerable<string> parts, TimeSpan lasting, params string[] says) => new(name, parts.ToDictionary(p => p, _ => says), lasting);

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        for (var n = 0; steps.Values.Any(s => n < s.Length); n++)
        {
            foreach (var (part, says) in steps.Where(s => n < s.Value.Length)) await File.WriteAllTextAsync(region.ClockOf(part), says[n], ct);
            await Until.LastsAsync(lasting).WaitAsync(ct);
        }
    }

    public async Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        foreach (var part in steps.Keys) File.Delete(region.ClockOf(part));
        if (!restarted) return;
        foreach (var part in steps.Keys) await region.Part(part).KillAsync();
    }
}
