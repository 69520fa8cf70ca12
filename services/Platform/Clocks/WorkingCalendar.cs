namespace Coordination.Platform;

/// <summary>Working days of a jurisdiction: weekends, holidays and make-up working days (调休), in its own time zone.</summary>
public sealed class WorkingCalendar(TimeZoneInfo zone, IEnumerable<DayOfWeek> weekend, IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays)
{
    private readonly HashSet<DayOfWeek> weekend = [.. weekend];
    private readonly HashSet<DateOnly> holidays = [.. holidays];
    private readonly HashSet<DateOnly> makeUpDays = [.. makeUpDays];

    /// <summary>An instant as the clocks of the jurisdiction show it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>True on a make-up day, and on any other day that is neither weekend nor holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => makeUpDays.Contains(day) || (!weekend.Contains(day.DayOfWeek) && !holidays.Contains(day));

    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>Local 24:00 of the n-th working day after the day of the start, which is not counted (Civil Code Art. 201, 203).</summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset from, int count)
    {
        var day = DateOf(from);
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }
        return At(day.AddDays(1), TimeOnly.MinValue);
    }

    /// <summary>Local 24:00 of the n-th day after the day of the start; a last day that is no working day rolls on (Civil Code Art. 201, 203).</summary>
    public DateTimeOffset AddCivilDays(DateTimeOffset from, int count)
    {
        var day = DateOf(from).AddDays(count);
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return At(day.AddDays(1), TimeOnly.MinValue);
    }

    /// <summary>The next moment after <paramref name="from"/> at which the wall clock shows <paramref name="time"/>.</summary>
    public DateTimeOffset NextCutoff(DateTimeOffset from, TimeOnly time)
    {
        var day = DateOf(from);
        var cutoff = At(day, time);
        return cutoff > from ? cutoff : At(day.AddDays(1), time);
    }

    /// <summary>The instant of a local date and time.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
