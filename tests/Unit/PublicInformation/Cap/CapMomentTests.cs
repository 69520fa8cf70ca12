using Coordination.Platform;
using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>A moment is what its sender's clock showed.</summary>
public sealed class CapMomentTests
{
    private static readonly WorkingCalendar Beijing = new(TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), "+08:00", "+08:00"), [], [], []);

    [Theory]
    [InlineData("2026-11-29T16:00:00", "08:00", true), InlineData("2026-11-29 16:00:00", "08:00", true), InlineData("2026-11-29T16:00:00.5", "08:00", true), InlineData("Sun, 29 Nov 2026 16:00:00", "08:00", true)]
    [InlineData("2026-11-29T16:00:00+08:00", "08:00", false), InlineData("2026-11-29T16:00:00Z", "16:00", false), InlineData("2026-11-29T16:00:00-05:00", "21:00", false), InlineData("Sun, 29 Nov 2026 16:00:00 GMT", "16:00", false)]
    public void Without_an_offset_it_is_the_jurisdiction_s_time_and_with_one_it_is_not(string text, string utc, bool isBare)
    {
        var (at, _, isLocal) = CapMoment.Read(text, Beijing);
        Assert.Equal((utc, isBare), (at?.UtcDateTime.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), isLocal));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00"), InlineData("9999-12-31T23:59:59"), InlineData("2026-11-29T25:00:00"), InlineData("2026-11-29"), InlineData("at noon today")]
    public void What_names_no_moment_is_none(string text) => Assert.Equal(default, CapMoment.Read(text, Beijing));
}
