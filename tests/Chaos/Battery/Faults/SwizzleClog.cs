namespace Coordination.Tests.Chaos;

/// <summary>F7: links stop one after the other, in the seed's order, until none is left, and come back in another order (FoundationDB's swizzle-clogging).</summary>
internal sealed class SwizzleClog(int pace) : IFault
{
    public string Name => "F7 swizzle-clog";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        var random = BatteryOptions.RandomOf(Name);
        var links = region.Remotes.SelectMany(r => r.Links).ToArray();
        Assert.True(links.Length > 0, "This cell strikes the network between processes and needs root for its namespaces: run the tests as root.");
        foreach (var weather in (LinkWeather[])[new(Held: Way.Both), LinkWeather.Clear])
        {
            random.Shuffle(links);
            foreach (var link in links)
            {
                link.Weather = weather;
                await Until.LastsAsync(TimeSpan.FromMilliseconds(random.Next(pace))).WaitAsync(ct);
            }
        }
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => region.MendAsync(ct);
}
