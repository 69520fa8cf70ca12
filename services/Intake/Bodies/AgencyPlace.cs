using Coordination.Contracts.Events;

namespace Coordination.Intake.Bodies;

/// <summary>Where an agency stands in the jurisdiction tree: a copy of Command's placements, kept by its events. The newest of an agency holds.</summary>
internal sealed class AgencyPlace
{
    private AgencyPlace() { }

    public AgencyPlace(AgencyPlaced e, Guid? exercise) =>
        (Id, ExerciseId, Agency, Jurisdiction, ValidFrom) = (e.PlacementId, exercise, e.Agency, e.Jurisdiction, e.ValidFrom);

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Jurisdiction { get; private set; } = "";
    public DateTimeOffset ValidFrom { get; private set; }
}
