namespace Coordination.Tests.Chaos;

/// <summary>F4: the broker may be away, or refuse; calls are taken all the same, and events wait in the journals.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F4BrokerTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly Dictionary<string, BrokerFault> Faults = ((BrokerFault[])
        [BrokerFault.Killed, BrokerFault.OutOfMemory, BrokerFault.Restarted, BrokerFault.NearlyOutOfDisk, BrokerFault.AbsentAtStart, BrokerFault.StandingStill])
        .ToDictionary(f => f.Name);

    public static TheoryData<string> Cells => [.. BatteryOptions.Pick(Faults.Keys.Take(2), Faults.Keys.Skip(2))];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_broker_that_is_away_or_refuses_loses_nothing_and_doubles_nothing(string cell) => BatteryCell.RunAsync(region, Faults[cell], output);
}
