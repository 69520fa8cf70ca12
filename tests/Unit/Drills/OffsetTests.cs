using Coordination.CommandLine.Drills;

namespace Coordination.Tests.Unit.Drills;

public sealed class OffsetTests
{
    [Theory]
    [InlineData("+0m", 0)]
    [InlineData("+30s", 30)]
    [InlineData("+6m40s", 400)]
    [InlineData("+1d2h3m4s", 93_784)]
    [InlineData("-10d", -864_000)]
    public void A_moment_counts_from_T0(string text, int seconds)
    {
        Assert.True(Offset.TryParse(text, out var offset));
        Assert.Equal(seconds, offset.TotalSeconds);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5m")]
    [InlineData("+")]
    [InlineData("+5")]
    [InlineData("+m")]
    [InlineData("+5m2h")]
    [InlineData("+5m5m")]
    [InlineData("+5x")]
    [InlineData("+99999999d")]
    public void Anything_else_is_no_moment(string? text) => Assert.False(Offset.TryParse(text, out _));

    [Theory]
    [InlineData(90, "T+00:01:30")]
    [InlineData(-864_000, "T-10d 00:00")]
    [InlineData(97_200, "T+1d 03:00")]
    public void A_moment_is_shown_as_people_write_it(int seconds, string shown) => Assert.Equal(shown, Offset.Show(TimeSpan.FromSeconds(seconds)));
}
