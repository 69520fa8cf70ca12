using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

/// <summary>What is let go first when a process has too much to do.</summary>
public sealed class CapacityTests
{
    private readonly Capacity capacity = new(new QuotaOptions(Capacity: 8));

    [Theory]
    [InlineData(nameof(CallLane.PublicRead), 4)]
    [InlineData(nameof(CallLane.Read), 6)]
    [InlineData(nameof(CallLane.Write), 8)]
    public void A_lane_is_shed_when_its_part_of_the_capacity_is_in_use(string name, int most)
    {
        var lane = Enum.Parse<CallLane>(name);
        for (var n = 0; n < most; n++) Assert.True(capacity.TryEnter(lane));
        Assert.False(capacity.TryEnter(lane));
        capacity.Leave();
        Assert.True(capacity.TryEnter(lane));
    }

    [Fact]
    public void A_life_safety_call_is_let_in_however_many_run()
    {
        for (var n = 0; n < 100; n++) Assert.True(capacity.TryEnter(CallLane.LifeSafety));
        Assert.False(capacity.TryEnter(CallLane.Write));
    }

    [Fact]
    public void What_was_refused_takes_no_place()
    {
        for (var n = 0; n < 8; n++) Assert.True(capacity.TryEnter(CallLane.Write));
        for (var n = 0; n < 100; n++) Assert.False(capacity.TryEnter(CallLane.PublicRead));
        for (var n = 0; n < 8; n++) capacity.Leave();
        Assert.True(capacity.TryEnter(CallLane.PublicRead));
    }
}
