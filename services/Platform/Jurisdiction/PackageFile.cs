namespace Coordination.Platform;

/// <summary><c>package.yaml</c>: what the package is called, and its calendar.</summary>
internal sealed class PackageFile
{
    public string Id { get; set; } = "";
    public string Version { get; set; } = "";
    public string TimeZone { get; set; } = "+00:00";
    public string Language { get; set; } = "en";
    public CalendarFile Calendar { get; set; } = new();

    internal WorkingCalendar ToCalendar() => new(Zone(TimeZone), Calendar.Weekend, Calendar.Holidays.Select(Day), Calendar.WorkingDays.Select(Day));

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
        ? day
        : throw new InvalidDataException($"package.yaml: '{text}' is not a date (yyyy-MM-dd)");

    private static TimeZoneInfo Zone(string text)
    {
        if (text is ['+' or '-', ..] && TimeSpan.TryParseExact(text[1..], @"hh\:mm", null, out var offset))
            return TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -offset : offset, text, text);
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(text);
        }
        catch (TimeZoneNotFoundException e)
        {
            throw new InvalidDataException($"package.yaml: time zone '{text}' is not known here; install tzdata or give an offset such as +08:00", e);
        }
    }
}

internal sealed class CalendarFile
{
    public List<DayOfWeek> Weekend { get; set; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];
    public List<string> Holidays { get; set; } = [];
    public List<string> WorkingDays { get; set; } = [];
}
