namespace Coordination.Tests.Chaos;

/// <summary>F8: every link of the processes that have machines of their own is bad in the same way, for a while.</summary>
internal sealed class BadLinks(string name, LinkWeather weather, TimeSpan lasting) : IFault
{
    public string Name => $"F8 {name}";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        Assert.True(region.Remotes.Count > 0, "This cell strikes the network between processes and needs root for its namespaces: run the tests as root.");
        foreach (var link in region.Remotes.SelectMany(r => r.Links)) link.Weather = weather;
        await Until.LastsAsync(lasting).WaitAsync(ct);
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => region.MendAsync(ct);
}
