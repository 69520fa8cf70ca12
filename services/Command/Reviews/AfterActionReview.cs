using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Reviews;

/// <summary>The review of a response 总结评估 (突发事件应对法 Art. 92). It opens by itself when the response ends, and closes when every action is carried out.</summary>
internal sealed class AfterActionReview
{
    public static readonly Lifecycle<ReviewState> Life = new(
        (ReviewState.Opened, [ReviewState.Collecting]),
        (ReviewState.Collecting, [ReviewState.Drafted]),
        (ReviewState.Drafted, [ReviewState.Commented]),
        (ReviewState.Commented, [ReviewState.Adopted]),
        (ReviewState.Adopted, [ReviewState.Tracking]),
        (ReviewState.Tracking, [ReviewState.Closed]));

    private AfterActionReview() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ReviewState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public List<Contribution> Contributions { get; private set; } = [];
    public string? Findings { get; private set; }
    public List<Contribution> Comments { get; private set; } = [];
    public List<ReviewAction> Actions { get; private set; } = [];
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? DraftedAt { get; private set; }
    public DateTimeOffset? AdoptedAt { get; private set; }

    public int Linked => Actions.Count(a => a.TargetId is not null);

    public static AfterActionReview Open(Guid id, Guid? exercise, Guid incident, DateTimeOffset at) =>
        new() { Id = id, ExerciseId = exercise, IncidentId = incident, OpenedAt = at };

    public Refusal? Collect() => Move(ReviewState.Collecting);

    public Refusal? Contribute(Contribution contribution)
    {
        if (State != ReviewState.Collecting) return new Refusal("not-collecting", "Contributions are taken while the review collects.");
        Contributions.Add(contribution);
        Version++;
        return null;
    }

    public Refusal? Draft(string findings, IReadOnlyList<ReviewAction> actions, DateTimeOffset at)
    {
        if (Move(ReviewState.Drafted) is { } no) return no;
        Findings = findings;
        Actions = [.. actions.Select((a, i) => a with { Number = i + 1, TargetId = null, PlanNumber = null })];
        DraftedAt = at;
        return null;
    }

    /// <summary>The first comment moves the draft on; later ones are added.</summary>
    public Refusal? Comment(Contribution comment)
    {
        if (State == ReviewState.Commented) Version++;
        else if (Move(ReviewState.Commented) is { } no) return no;
        Comments.Add(comment);
        return null;
    }

    public Refusal? Adopt(DateTimeOffset at)
    {
        if (Move(ReviewState.Adopted) is { } no) return no;
        AdoptedAt = at;
        return null;
    }

    public Refusal? Track() => Move(ReviewState.Tracking);

    /// <summary>Says what carries an action out.</summary>
    public Refusal? Link(int number, ReviewActionKind kind, Guid target, int? planNumber)
    {
        if (State is not (ReviewState.Adopted or ReviewState.Tracking)) return new Refusal("not-adopted", "Actions are linked once the review is adopted.");
        var at = Actions.FindIndex(a => a.Number == number);
        if (at < 0) return new Refusal("no-such-action", "The review has no action with this number.", null, 404);
        if (Actions[at].Kind != kind) return Refusal.Invalid("/kind", "action-kind", "The action asks for another kind of target.");
        Actions[at] = Actions[at] with { TargetId = target, PlanNumber = planNumber };
        Version++;
        return null;
    }

    /// <summary>A training carries an action out that nothing else carries out yet.</summary>
    public Refusal? Answer(int number, Guid training) => Actions.Any(a => a.Number == number && a.TargetId is not null)
        ? new Refusal("action-linked", "The action is linked to something else already.") : Link(number, ReviewActionKind.Training, training, null);

    /// <summary>Closes when every action is linked and every lesson stands in a plan version that was issued.</summary>
    public Refusal? Close(IReadOnlySet<Guid> issuedVersions)
    {
        if (Life.Refuse(State, ReviewState.Closed) is { } no) return no;
        if (Actions.FirstOrDefault(a => a.TargetId is null) is { } open)
            return new Refusal("action-not-linked", $"Action {open.Number} is not linked to what carries it out.");
        if (Actions.FirstOrDefault(a => a.Kind == ReviewActionKind.PlanRevision && !issuedVersions.Contains(a.TargetId!.Value)) is { } lesson)
            return new Refusal("lesson-not-issued", $"The plan version that took the lesson of action {lesson.Number} is not issued yet.");
        return Move(ReviewState.Closed);
    }

    private Refusal? Move(ReviewState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>What an agency says in a review.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Text">Its words; they stay in this service.</param>
/// <param name="At">When.</param>
public sealed record Contribution(string Agency, string Text, DateTimeOffset At);

/// <summary>An action that a review decides.</summary>
/// <param name="Number">From 1; given when the review is drafted.</param>
/// <param name="Kind">What carries it out.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerAgency">Who sees to it.</param>
/// <param name="TargetId">The plan version, hazard, training or stock lot, once linked.</param>
/// <param name="PlanNumber">Number of the plan version that took the lesson.</param>
public sealed record ReviewAction(
    int Number, ReviewActionKind Kind, string Text, string OwnerAgency, Guid? TargetId = null, int? PlanNumber = null);
