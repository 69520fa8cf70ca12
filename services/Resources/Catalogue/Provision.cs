using Coordination.Resources.Types;

namespace Coordination.Resources.Catalogue;

/// <summary>What an agency keeps ready that is neither a unit nor goods: filled posts, places in a shelter, specialities on call. Counts and places, no persons.</summary>
internal sealed class Provision
{
    private Provision() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string OwnCode { get; private set; } = "";
    public ProvisionKind Kind { get; private set; }
    public string TypeCode { get; private set; } = "";
    public string UnitOfMeasure { get; private set; } = "";
    /// <summary>Of the place or post.</summary>
    public string? Name { get; private set; }
    public int Quantity { get; private set; }
    /// <summary>Of a duty desk; stays here.</summary>
    public string? DutyNumber { get; private set; }
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    public static Provision Enter(Guid id, Guid? exercise, string agency, string code, ProvisionType type) => new()
    {
        Id = id,
        ExerciseId = exercise,
        Agency = agency,
        OwnCode = code,
        Kind = type.Kind,
        TypeCode = type.Code,
        UnitOfMeasure = type.UnitOfMeasure,
    };

    /// <summary>Says what there is.</summary>
    public void Describe(string? name, int quantity, string? dutyNumber, double? latitude, double? longitude)
    {
        (Name, Quantity, DutyNumber, Latitude, Longitude) = (name, quantity, dutyNumber, latitude, longitude);
        Version++;
    }
}
