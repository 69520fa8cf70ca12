using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Hazards;

/// <summary>One entry of the inspection log (巡查日志). Entries are added, never changed.</summary>
internal sealed class HazardInspection
{
    private HazardInspection() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid HazardId { get; private set; }
    public InspectionKind Kind { get; private set; }
    public InspectionOutcome Outcome { get; private set; }
    public DateTimeOffset InspectedAt { get; private set; }
    public string Agency { get; private set; } = "";
    public string? Note { get; private set; }

    public static (HazardInspection? Inspection, Refusal? Refusal) Record(
        Guid id, Hazard hazard, InspectionKind kind, InspectionOutcome outcome, DateTimeOffset at, string agency, string? note)
    {
        if (hazard.State is HazardState.Identified) return (null, new Refusal("not-registered", "The hazard is not in the register yet."));
        return (new HazardInspection
        {
            Id = id, ExerciseId = hazard.ExerciseId, HazardId = hazard.Id, Kind = kind, Outcome = outcome, InspectedAt = at, Agency = agency, Note = note,
        }, null);
    }
}
