using Coordination.Contracts.Events;

namespace Coordination.Intake.Bodies;

/// <summary>A node of the jurisdiction tree: a copy of Command's, kept by its events. The newest record of a code holds.</summary>
internal sealed class TreeNode
{
    private TreeNode() { }

    public TreeNode(JurisdictionSet e, Guid? exercise) =>
        (Id, ExerciseId, Code, Tier, Parent, ValidFrom) = (e.RecordId, exercise, e.Code, e.Tier, e.Parent, e.ValidFrom);

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public string Code { get; private set; } = "";
    public JurisdictionTier Tier { get; private set; }
    public string? Parent { get; private set; }
    public DateTimeOffset ValidFrom { get; private set; }
}
