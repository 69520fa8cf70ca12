namespace Coordination.Tests.Chaos;

/// <summary>F7: a cable with a loose plug.</summary>
internal sealed class Flapping(string part, int times) : IFault
{
    public string Name => $"F7 {part} flapping";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        var random = BatteryOptions.RandomOf(Name);
        for (var n = 0; n < 2 * times; n++)
        {
            await region.Remote(part).Machine.PlugAsync(isIn: n % 2 == 1, ct);
            await Until.LastsAsync(TimeSpan.FromMilliseconds(random.Next(100, 1500))).WaitAsync(ct);
        }
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => region.MendAsync(ct);
}
