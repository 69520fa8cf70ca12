namespace Coordination.Command.Jurisdictions;

/// <summary>Where an agency stands in the tree for a stretch of time.</summary>
internal sealed class AgencyPlacement
{
    private AgencyPlacement() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Jurisdiction { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string NameZh { get; private set; } = "";
    public DateTimeOffset ValidFrom { get; private set; }
    public DateTimeOffset? ValidTo { get; private set; }

    public static AgencyPlacement Place(string agency, PlaceAgency request, Guid? exercise, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        Agency = agency,
        Jurisdiction = request.Jurisdiction,
        Name = request.Name,
        NameZh = request.NameZh,
        ValidFrom = at,
    };

    public void End(DateTimeOffset at)
    {
        ValidTo = at;
        Version++;
    }

    public bool HoldsAt(DateTimeOffset at) => ValidFrom <= at && (ValidTo is null || at < ValidTo);
}
