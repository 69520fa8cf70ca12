namespace Coordination.Tests.Chaos;

/// <summary>F9: the clocks of machines are wrong, step, and are slewed.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F9ClockTests(BatteryRegion region, ITestOutputHelper output)
{
    private static readonly string[] Intake = ["intake", "intake-2"];
    private static readonly string[] All = [.. Intake, "command", "command-2", "resources", "public-information", "mediation", "oversight", "exchange"];
    private static readonly string[] Consumers = ["oversight", "exchange", "public-information"];
    private static readonly TimeSpan While = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, IFault> Faults = BatteryOptions.Pick<IFault>(
        [new WrongClock("intake an hour ahead, then right and restarted", Intake.ToDictionary(p => p, _ => new[] { "3600" }), While, restarted: true)],
        [
            WrongClock.Of("all 5 s ahead", All, While, "5"),
            WrongClock.Of("all 5 s behind", All, While, "-5"),
            WrongClock.Of("intake and the consumers an hour ahead", [.. Intake, .. Consumers], While, "3600"),
            WrongClock.Of("the consumers an hour behind", Consumers, While, "-3600"),
            WrongClock.Of("all step ahead and back", All, While, "30", "0", "30", "0"),
            WrongClock.Of("local time kept for a change of summer time", Consumers, While, "3600", "0", "-3600", "0"),
            WrongClock.Of("a leap second repeated", All, While, "0", "-1"),
            WrongClock.Of("all slewed by 5 %", All, 3 * While, "0 50000", "0.75 -50000"),
            new WrongClock("replicas an hour apart", new Dictionary<string, string[]> { ["intake"] = ["3600"], ["intake-2"] = ["0"] }, 3 * While),
        ]).ToDictionary(f => f.Name);

    public static TheoryData<string> Cells => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_wrong_clock_loses_nothing_fires_nothing_twice_and_holds_nobody_up(string cell) => BatteryCell.RunAsync(region, Faults[cell], output);
}
