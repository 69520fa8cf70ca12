namespace Coordination.Tests.Chaos;

/// <summary>F12: a rollout replaces replica by replica, while the others and the database go on.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F12ReplacedTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["Intake"] = ["intake", "intake-2"],
        ["Command"] = ["command", "command-2"],
        ["every service"] = ["exchange", "oversight", "resources", "public-information", "mediation", "command", "command-2", "intake", "intake-2", "gateway"],
    };

    private const string BySide = "every service by an older release, and back,";

    public static TheoryData<string> Cells => [.. BatteryOptions.Pick(["Intake"], Parts.Keys.Skip(1)), .. BatteryOptions.Older is null ? (string[])[] : [BySide]];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task Replicas_that_are_replaced_one_by_one_lose_nothing_and_double_nothing(string cell) =>
        BatteryCell.RunAsync(region, cell == BySide ? new Replaced(cell, Parts["every service"], BatteryOptions.Older) : new Replaced(cell, Parts[cell]), output);
}
