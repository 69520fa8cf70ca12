using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Duties;

/// <summary>A body's duty to report on an incident at set times: zero reports until it is stable, daily reports, drought reports (B4).</summary>
internal sealed class ReportingDuty
{
    public static readonly Lifecycle<ReportingDutyState> Life = new((ReportingDutyState.Running, [ReportingDutyState.Ended]));

    private ReportingDuty() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ReportingDutyState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public ReportingDutyKind Kind { get; private set; }
    public string Agency { get; private set; } = "";
    public JurisdictionTier Tier { get; private set; }
    public DateTimeOffset SinceAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static (ReportingDuty? Duty, Refusal? Refusal) Begin(
        Guid id, Guid? exercise, Guid incident, ReportingDutyKind kind, string agency, JurisdictionTier tier, DateTimeOffset at) =>
        Code.Refuse("/agency", agency) is { } no
            ? (null, no)
            : (new ReportingDuty { Id = id, ExerciseId = exercise, IncidentId = incident, Kind = kind, Agency = agency, Tier = tier, SinceAt = at }, null);

    public string ClockKey() => Kind switch
    {
        ReportingDutyKind.DailyReport => "report.daily",
        ReportingDutyKind.DroughtReport => "report.drought",
        _ => "report.zero",
    };

    public Refusal? End(DateTimeOffset at)
    {
        if (Life.Refuse(State, ReportingDutyState.Ended) is { } no) return no;
        (State, EndedAt, Version) = (ReportingDutyState.Ended, at, Version + 1);
        return null;
    }
}
