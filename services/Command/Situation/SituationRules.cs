using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>The package's section <c>situation</c>: at which times of the day a report is due while an incident goes on.</summary>
public sealed class SituationRules
{
    /// <summary>Local times, <c>HH:mm</c>.</summary>
    public List<string> ReportAt { get; set; } = [];

    /// <summary>Law, standard or page that they come from.</summary>
    public string Basis { get; set; } = "";

    internal DateTimeOffset? NextAfter(DateTimeOffset now, WorkingCalendar calendar) =>
        ReportAt.Select(at => (DateTimeOffset?)calendar.NextCutoff(now, TimeOnly.ParseExact(at, "HH:mm", null))).Min();
}
