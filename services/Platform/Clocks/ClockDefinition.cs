namespace Coordination.Platform;

/// <summary>Units in which a duty's time is counted.</summary>
public enum ClockUnit
{
    /// <summary>60 seconds.</summary>
    Minute,
    /// <summary>60 minutes.</summary>
    Hour,
    /// <summary>24 hours.</summary>
    Day,
    /// <summary>A working day of the calendar. The day of the start is not counted; the last ends at 24:00 (Civil Code Art. 201, 203).</summary>
    WorkingDay,
    /// <summary>
    /// A day of the civil calendar: the day of the start is not counted, the last ends at 24:00, and one that is no working day rolls on to the
    /// next working day (Civil Code Art. 201, 203).
    /// </summary>
    CivilDay,
    /// <summary>The next time the wall clock shows a given hour.</summary>
    DailyCutoff,
}

/// <summary>A clock as a package defines it (domain.md C, "Clock definition").</summary>
public sealed class ClockDefinition
{
    /// <summary>Which clock, for example <c>order.acknowledge</c>.</summary>
    public string Key { get; set; } = "";
    /// <summary>How many units. Ignored for a daily cut-off.</summary>
    public double Duration { get; set; }
    /// <summary>The unit.</summary>
    public ClockUnit Unit { get; set; }
    /// <summary>Local time of a daily cut-off, <c>HH:mm</c>.</summary>
    public string? At { get; set; }
    /// <summary>Percent of the time after which a warning is due.</summary>
    public int WarnAt { get; set; } = 75;
    /// <summary>Reasons for which it may pause; none by default.</summary>
    public List<string> Pause { get; set; } = [];
    /// <summary>The law, standard or page the value comes from, or <c>default</c>.</summary>
    public string Basis { get; set; } = "";
    /// <summary>Least duration a package may set, in the same unit.</summary>
    public double? Min { get; set; }
    /// <summary>Greatest duration a package may set, in the same unit.</summary>
    public double? Max { get; set; }
    /// <summary>False for a time that only runs out (an expiry, a retention): nobody owes anything, and it is no part of a key figure.</summary>
    public bool Duty { get; set; } = true;
    /// <summary>Where the value holds; empty means everywhere.</summary>
    public Dictionary<string, string> When { get; set; } = [];

    /// <summary>True when every condition holds in the scope.</summary>
    internal bool Holds(ClockScope scope) => When.All(w => string.Equals(Value(scope, w.Key), w.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The due moment for a start.</summary>
    internal DateTimeOffset Due(DateTimeOffset from, WorkingCalendar calendar) => Unit switch
    {
        ClockUnit.Minute => from.AddMinutes(Duration),
        ClockUnit.Hour => from.AddHours(Duration),
        ClockUnit.Day => from.AddDays(Duration),
        ClockUnit.WorkingDay => calendar.AddWorkingDays(from, (int)Duration),
        ClockUnit.CivilDay => calendar.AddCivilDays(from, (int)Duration),
        ClockUnit.DailyCutoff => calendar.NextCutoff(from, TimeOnly.Parse(At!)),
        _ => throw new InvalidOperationException($"No such unit: {Unit}"),
    };

    /// <summary>Null when the definition is sound; otherwise what is wrong with it.</summary>
    internal string? Fault()
    {
        if (Key.Length == 0) return "a clock has no key";
        if (Unit == ClockUnit.DailyCutoff) return TimeOnly.TryParseExact(At, "HH:mm", out _) ? null : $"clock {Key}: 'at' must be HH:mm";
        if (Duration <= 0 || Duration > 100_000) return $"clock {Key}: duration must be above 0";
        if (Unit is ClockUnit.WorkingDay or ClockUnit.CivilDay && Duration % 1 != 0) return $"clock {Key}: days of the calendar are whole";
        if (Duration < Min || Duration > Max) return $"clock {Key}: duration {Duration} is outside {Min}..{Max}";
        if (WarnAt is < 1 or > 100) return $"clock {Key}: warnAt must be 1..100 percent";
        return When.Keys.FirstOrDefault(k => !Known(k)) is { } odd ? $"clock {Key}: unknown condition '{odd}'" : null;
    }

    private static bool Known(string key) => key is "jurisdiction" or "category" or "grade" or "tier" or "level";

    private static string? Value(ClockScope scope, string key) => key switch
    {
        "jurisdiction" => scope.Jurisdiction,
        "category" => scope.Category,
        "grade" => scope.Grade,
        "tier" => scope.Tier,
        "level" => scope.Level,
        _ => null,
    };
}
