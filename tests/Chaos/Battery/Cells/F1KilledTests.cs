namespace Coordination.Tests.Chaos;

/// <summary>F1: any process may die at any moment.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F1KilledTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly string[] All =
        ["intake", "intake-2", "command", "command-2", "resources", "public-information", "mediation", "oversight", "exchange", "issuer", "gateway"];

    private static readonly string[] Several = ["intake", "command-2", "resources", "exchange", "gateway"];

    public static TheoryData<string> Cells => [.. BatteryOptions.Pick(["several at once"], All)];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_process_that_is_killed_loses_nothing_and_doubles_nothing(string cell) =>
        BatteryCell.RunAsync(region, cell == "several at once" ? new Killed(cell, Several, TimeSpan.FromMilliseconds(500)) : new Killed(cell, [cell, cell], TimeSpan.FromSeconds(2)), output);
}
