using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Groups;

/// <summary>A working group, with a warning when more report to its head than one can lead.</summary>
public sealed record GroupView(
    Guid Id, int Version, Guid? ExerciseId, GroupState State, Guid IncidentId, GroupKind Kind, GroupPost? Head, IReadOnlyList<GroupPost> Members,
    bool SpanExceeded, DateTimeOffset FormedAt) : IVersioned
{
    internal static GroupView Of(WorkingGroup g, int span) => new(
        g.Id, g.Version, g.ExerciseId, g.State, g.IncidentId, g.Kind, g.Head, g.Members, g.ExceedsSpan(span), g.FormedAt);
}

/// <summary>Who works in a group.</summary>
/// <param name="Head">The head; there is no group without.</param>
/// <param name="Members">Posts that report to the head.</param>
public sealed record GroupStaff(GroupPost Head, [property: Items(0, 100)] IReadOnlyList<GroupPost> Members);

/// <summary>What the region is told of a group.</summary>
internal static class GroupEvents
{
    public static WorkingGroupChanged Changed(this WorkingGroup g, int span, DateTimeOffset at) =>
        new(g.Id, g.IncidentId, g.Kind, g.State, g.Head?.Agency, g.Members.Count, g.ExceedsSpan(span), at);
}
