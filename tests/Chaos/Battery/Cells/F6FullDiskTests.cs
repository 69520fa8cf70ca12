namespace Coordination.Tests.Chaos;

/// <summary>F6 between processes: what cannot be written is refused, and all goes on when space returns.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F6FullDiskTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly Dictionary<string, FullDisk> Faults = ((FullDisk[])[FullDisk.OfDatabase, FullDisk.OfBroker]).ToDictionary(f => f.Name);

    public static TheoryData<string> Cells => [.. BatteryOptions.Pick(Faults.Keys.Take(1), Faults.Keys.Skip(1))];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_full_disk_loses_nothing_and_doubles_nothing(string cell) => BatteryCell.RunAsync(region, Faults[cell], output);
}
