namespace Coordination.Tests.Chaos;

/// <summary>F10: consumers that are slow or stand still.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F10SlowConsumerTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Cells => [.. Faults().Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_consumer_that_stands_still_holds_up_nobody_and_misses_nothing(string cell) => BatteryCell.RunAsync(region, Faults().Single(f => f.Name == cell), output);

    private static IEnumerable<IFault> Faults() => BatteryOptions.Pick<IFault>(
        [new StalledReaders(20, TimeSpan.FromSeconds(8))],
        [
            new StalledReaders(1000, TimeSpan.FromSeconds(60)), new Stopped(["oversight"], Long), new Stopped(["exchange"], Long), new Stopped(["public-information", "mediation"], Long),
            new Stopped(["command"], TimeSpan.FromSeconds(90)), new Stopped(["command", "command-2"], TimeSpan.FromSeconds(45)),
        ]);
}
