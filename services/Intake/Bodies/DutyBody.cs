namespace Coordination.Intake.Bodies;

/// <summary>Which agency keeps the duty of a jurisdiction: a copy of Command's grants, kept by its events.</summary>
internal sealed class DutyBody
{
    private DutyBody() { }

    public DutyBody(Guid id, Guid? exercise, string agency, string jurisdiction, DateTimeOffset validFrom) =>
        (Id, ExerciseId, Agency, Jurisdiction, ValidFrom) = (id, exercise, agency, jurisdiction, validFrom);

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Jurisdiction { get; private set; } = "";
    public DateTimeOffset ValidFrom { get; private set; }
    public DateTimeOffset? ValidTo { get; private set; }

    public void End(DateTimeOffset at) => ValidTo = at;
}
