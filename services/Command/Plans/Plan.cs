using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>
/// A plan 预案 through all its versions: which of them is the newest and which is in force. It stands in a tree of master, special,
/// department and site plans.
/// </summary>
internal sealed class Plan
{
    private Plan() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Name { get; private set; } = "";
    public PlanKind Kind { get; private set; }
    public PlanTier Tier { get; private set; }
    public DrillDuty DrillDuty { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    public string OwnerAgency { get; private set; } = "";
    public Guid? ParentPlanId { get; private set; }
    public int NewestNumber { get; private set; }
    public Guid NewestVersionId { get; private set; }
    public Guid? InForceVersionId { get; private set; }

    public static Plan Found(
        Guid id, Guid? exercise, string name, PlanKind kind, PlanTier tier, DrillDuty duty, string jurisdiction, string ownerAgency, Guid? parent) => new()
        {
            Id = id,
            ExerciseId = exercise,
            Name = name,
            Kind = kind,
            Tier = tier,
            DrillDuty = duty,
            Jurisdiction = jurisdiction,
            OwnerAgency = ownerAgency,
            ParentPlanId = parent,
        };

    /// <summary>Takes in the next version. While one is being made there is no second.</summary>
    public Refusal? Add(PlanVersion next, PlanVersion? newest)
    {
        if (newest is not null && newest.Number != NewestNumber || next.Number != NewestNumber + 1)
            return new Refusal("version-order", "A new version follows the newest one.");
        (NewestNumber, NewestVersionId) = (next.Number, next.Id);
        if (newest is not null) Version++;
        return null;
    }

    /// <summary>A version came into force.</summary>
    public void TakeForce(Guid versionId)
    {
        InForceVersionId = versionId;
        Version++;
    }

    /// <summary>The version in force was withdrawn without a successor.</summary>
    public void LoseForce()
    {
        InForceVersionId = null;
        Version++;
    }
}
