namespace Coordination.Tests.Chaos;

/// <summary>F5: the database may be away, refuse or make wait; a call is answered with 503 or not at all, never with a 201 that does not hold.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F5DatabaseTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly Dictionary<string, DatabaseFault> Faults = ((DatabaseFault[])
        [
            DatabaseFault.Killed, DatabaseFault.SessionsEnded, DatabaseFault.ReadOnly,
            DatabaseFault.Restarted, DatabaseFault.Locked(TimeSpan.FromSeconds(60)), DatabaseFault.Exhausted,
        ]).ToDictionary(f => f.Name);

    public static TheoryData<string> Cells => [.. BatteryOptions.Pick(Faults.Keys.Take(3), Faults.Keys.Skip(3))];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_database_that_is_away_or_refuses_loses_nothing_and_doubles_nothing(string cell) => BatteryCell.RunAsync(region, Faults[cell], output);
}
