namespace Coordination.Tests.Chaos;

/// <summary>F11: messages at the broker that are repeated, late, out of order, forged, broken or too large. Each kind by itself: <c>HostileMessageTests</c>.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class F11MessageTests(BatteryRegion region, ITestOutputHelper output)
{
    [Fact]
    public Task Bad_messages_are_kept_for_the_operator_and_true_ones_count_once() => BatteryCell.RunAsync(region, new BadMessages(BatteryOptions.IsWhole ? 500 : 20), output);
}
