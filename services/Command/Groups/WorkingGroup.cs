using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Groups;

/// <summary>A working group of an incident 工作组. It has a head, and a warning when more report to the head than one can lead.</summary>
internal sealed class WorkingGroup
{
    public static readonly Lifecycle<GroupState> Life = new(
        (GroupState.Formed, [GroupState.Staffed]),
        (GroupState.Staffed, [GroupState.Operating]),
        (GroupState.Operating, [GroupState.Released]));

    private WorkingGroup() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public GroupState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public GroupKind Kind { get; private set; }
    public GroupPost? Head { get; private set; }
    public List<GroupPost> Members { get; private set; } = [];
    public DateTimeOffset FormedAt { get; private set; }

    public static WorkingGroup Form(Guid id, Guid? exercise, Guid incident, GroupKind kind, DateTimeOffset at) =>
        new() { Id = id, ExerciseId = exercise, IncidentId = incident, Kind = kind, FormedAt = at };

    public bool ExceedsSpan(int spanOfControl) => Members.Count > spanOfControl;

    /// <summary>Names the head, without whom there is no group, and the posts that report to the head.</summary>
    public Refusal? Staff(GroupPost head, IReadOnlyList<GroupPost> members)
    {
        if (Uncoded(head, members) is { } uncoded) return uncoded;
        if (Move(GroupState.Staffed) is { } no) return no;
        (Head, Members) = (head, [.. members]);
        return null;
    }

    /// <summary>Changes the posts of a group that is staffed or at work.</summary>
    public Refusal? Restaff(GroupPost head, IReadOnlyList<GroupPost> members)
    {
        if (Uncoded(head, members) is { } uncoded) return uncoded;
        if (State is not (GroupState.Staffed or GroupState.Operating))
            return new Refusal("group-not-staffed", "Posts change only while the group is staffed or at work.");
        (Head, Members) = (head, [.. members]);
        Version++;
        return null;
    }

    public Refusal? Operate() => Move(GroupState.Operating);

    public Refusal? Release() => Move(GroupState.Released);

    private static Refusal? Uncoded(GroupPost head, IReadOnlyList<GroupPost> members)
    {
        if (!Code.Is(head.Agency)) return Code.Refuse("/head/agency");
        for (var i = 0; i < members.Count; i++)
            if (!Code.Is(members[i].Agency)) return Code.Refuse($"/members/{i}/agency");
        return null;
    }

    private Refusal? Move(GroupState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>A post in a group: which agency fills it. No names.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Post">The post, for example <c>deputy fire chief</c>.</param>
public sealed record GroupPost([property: Text(40)] string Agency, [property: Text(100)] string Post);
