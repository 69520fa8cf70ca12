namespace Coordination.Tests.Chaos;

/// <summary>F7: the network within a region is cut. Between regions there is none yet.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F7PartitionTests(BatteryRegion region, ITestOutputHelper output)
{
    /// <summary>Longer than what a heartbeat and a lease wait, shorter than what a call waits.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(45);

    private static readonly Dictionary<string, IFault> Faults = BatteryOptions.Pick<IFault>(
        [new SwizzleClog(150), Cut.Mute("exchange", Short)],
        [
            .. ((string[])["intake", "command", "resources", "exchange"]).SelectMany(p => (IFault[])
            [
                Cut.Cable(p, Long), Cut.Deaf(p, Long), Cut.Mute(p, Long), Cut.From(p, Peer.Broker, Long), Cut.From(p, Peer.Database, Long),
                Cut.OneWay(p, Peer.Broker, Long), Cut.OneWay(p, Peer.Database, Long), new Flapping(p, 10),
            ]),
        ]).DistinctBy(f => f.Name).ToDictionary(f => f.Name);

    public static TheoryData<string> Cells => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_network_that_is_cut_loses_nothing_and_doubles_nothing(string cell) => BatteryCell.RunAsync(region, Faults[cell], output);
}
