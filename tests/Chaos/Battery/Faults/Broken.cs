namespace Coordination.Tests.Chaos;

/// <summary>F8: connections break, again and again, in the middle of what they carry; or their far ends go, and nobody tells.</summary>
internal sealed class Broken(string name, Action<FaultProxy> act, int times) : IFault
{
    public string Name => $"F8 {name}";

    internal static Broken Reset(int times) => new("connections reset", l => l.Reset(), times);

    /// <summary>What hangs stays until the process itself gives it up.</summary>
    internal static Broken Halve(int times) => new("connections half open", l => l.Halve(), times);

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        var random = BatteryOptions.RandomOf(Name);
        var links = region.Remotes.SelectMany(r => r.Links).ToArray();
        Assert.True(links.Length > 0, "This cell strikes the network between processes and needs root for its namespaces: run the tests as root.");
        for (var n = 0; n < times; n++)
        {
            random.Shuffle(links);
            foreach (var link in links)
            {
                act(link);
                await Until.LastsAsync(TimeSpan.FromMilliseconds(random.Next(50))).WaitAsync(ct);
            }
        }
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => region.MendAsync(ct);
}
