namespace Coordination.Tests.Chaos;

/// <summary>F8: links are late, narrow, break in the middle, hang half open; callers are slow on purpose.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F8LinkTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(15);

    private static readonly Dictionary<string, IFault> Faults = BatteryOptions.Pick<IFault>(
        [Broken.Reset(5), Broken.Halve(1)],
        [
            .. ((int[])[10, 200, 2000]).Select(ms => new BadLinks($"links {ms} ms late", LinkWeather.Late(ms), While)),
            new BadLinks("links of 50 kB/s", new(BytesPerSecond: 50_000), While), new BadLinks("connections reset after 3 kB", new(ResetAfter: 3_000), While),
            new BadLinks("connections reset after 100 kB", new(ResetAfter: 100_000), While), new Slowloris(200, 60),
        ]).ToDictionary(f => f.Name);

    public static TheoryData<string> Cells => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_bad_link_loses_nothing_and_doubles_nothing(string cell) => BatteryCell.RunAsync(region, Faults[cell], output);
}
