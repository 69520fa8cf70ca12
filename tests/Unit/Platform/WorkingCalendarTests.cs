using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar China = PackageReader.Read("cn-default").Calendar;

    [Fact]
    public void Five_working_days_skip_the_weekend_and_end_at_midnight()
    {
        // Monday 9 March 2026, 10:00 in Beijing: Tuesday is the first day, the next Monday the fifth.
        var due = China.AddWorkingDays(new(2026, 3, 9, 10, 0, 0, TimeSpan.FromHours(8)), 5);
        Assert.Equal(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.FromHours(8)), due);
    }

    [Fact]
    public void A_make_up_Saturday_counts_and_a_holiday_does_not()
    {
        // Wednesday 30 September 2026; 1 to 7 October are holidays, Saturday 10 October is worked.
        var due = China.AddWorkingDays(new(2026, 9, 30, 10, 0, 0, TimeSpan.FromHours(8)), 3);
        Assert.Equal(new DateTimeOffset(2026, 10, 11, 0, 0, 0, TimeSpan.FromHours(8)), due);
    }

    [Fact]
    public void The_day_is_the_local_one()
    {
        // 17:00 UTC on Friday is Saturday in Beijing: Monday is the first working day after it.
        var due = China.AddWorkingDays(new(2026, 3, 13, 17, 0, 0, TimeSpan.Zero), 1);
        Assert.Equal(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.FromHours(8)), due);
    }

    [Theory]
    [InlineData(8, 28)]
    [InlineData(9, 29)]
    [InlineData(10, 29)]
    public void A_daily_cutoff_is_the_next_time_the_wall_clock_shows_it(int hour, int day) => Assert.Equal(
        new DateTimeOffset(2026, 7, day, 9, 0, 0, TimeSpan.FromHours(8)),
        China.NextCutoff(new(2026, 7, 28, hour, 0, 0, TimeSpan.FromHours(8)), new TimeOnly(9, 0)));
}
