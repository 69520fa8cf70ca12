namespace Coordination.Tests.Chaos;

/// <summary>F3: a process that stands still past its lease is overtaken, and what it then tries fails on the fence.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F3PausedTests(BatteryRegion region, ITestOutputHelper output)
{
    /// <summary>First one replica, then the other: the leader is among them.</summary>
    private static readonly Dictionary<string, string[][]> Turns = new()
    {
        ["each leader"] = [["intake", "command"], ["intake-2", "command-2"]],
        ["resources"] = [["resources"]],
        ["exchange"] = [["exchange"]],
        ["oversight"] = [["oversight"]],
        ["gateway"] = [["gateway"]],
        ["issuer"] = [["issuer"]],
    };

    public static TheoryData<string> Cells => [.. BatteryOptions.Pick(["each leader"], Turns.Keys.Skip(1))];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_process_that_stands_still_past_its_lease_loses_nothing_and_doubles_nothing(string cell) =>
        BatteryCell.RunAsync(region, new StandingStill(cell, Turns[cell]), output);
}
