using Coordination.Contracts.Events;

namespace Coordination.Command.Groups;

/// <summary>Section <c>workingGroups</c> of the jurisdiction package: which of the shipped templates it uses.</summary>
internal sealed class GroupTemplates
{
    public List<GroupKind> Kinds { get; set; } = [];

    /// <summary>How many posts may report to one head before a warning (NIMS: 3 to 7).</summary>
    public int SpanOfControl { get; set; } = 7;
}
