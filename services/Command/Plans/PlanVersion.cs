using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>One version of a plan (domain.md C2). Written once it is a draft, never changed after it left that state.</summary>
internal sealed class PlanVersion
{
    public static readonly Lifecycle<PlanVersionState> Life = new(
        (PlanVersionState.Draft, [PlanVersionState.InConsultation]),
        (PlanVersionState.InConsultation, [PlanVersionState.InReview]),
        (PlanVersionState.InReview, [PlanVersionState.Approved]),
        (PlanVersionState.Approved, [PlanVersionState.Issued]),
        (PlanVersionState.Issued, [PlanVersionState.Filed]),
        (PlanVersionState.Filed, [PlanVersionState.InForce]),
        (PlanVersionState.InForce, [PlanVersionState.UnderRevision]),
        (PlanVersionState.UnderRevision, [PlanVersionState.Superseded, PlanVersionState.Withdrawn]));

    private PlanVersion() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid PlanId { get; private set; }
    public int Number { get; private set; }
    public PlanVersionState State { get; private set; }
    public PlanContent Content { get; private set; } = null!;
    public RevisionTrigger? Trigger { get; private set; }
    public List<PlanLesson> Lessons { get; private set; } = [];
    public List<string> Consulted { get; private set; } = [];
    public string DraftedBy { get; private set; } = "";
    public DateTimeOffset? IssuedAt { get; private set; }
    public DateTimeOffset? FiledAt { get; private set; }
    public DateTimeOffset? InForceAt { get; private set; }

    /// <summary>True while it can be activated: also while its successor is being made.</summary>
    public bool Holds => State is PlanVersionState.InForce or PlanVersionState.UnderRevision;

    public static (PlanVersion?, Refusal?) Draft(
        Guid id, Guid? exercise, Guid plan, int number, PlanContent content, RevisionTrigger? trigger, string draftedBy)
    {
        if (content.Fault() is { } fault) return (null, fault);
        return (new()
        {
            Id = id,
            ExerciseId = exercise,
            PlanId = plan,
            Number = number,
            Content = content,
            Trigger = trigger,
            DraftedBy = draftedBy,
        }, null);
    }

    public Refusal? Rewrite(PlanContent content, string by)
    {
        if (OnlyDraft() is { } no) return no;
        if (content.Fault() is { } fault) return fault;
        (Content, DraftedBy) = (content, by);
        Version++;
        return null;
    }

    /// <summary>Takes up the lesson of a review. Taking it twice changes nothing.</summary>
    public Refusal? TakeLesson(PlanLesson lesson)
    {
        if (Lessons.Contains(lesson)) return null;
        if (OnlyDraft() is { } no) return no;
        Lessons.Add(lesson);
        Version++;
        return null;
    }

    public Refusal? Consult() => Move(PlanVersionState.InConsultation);

    public Refusal? Submit(IReadOnlyList<string> consulted)
    {
        if (Move(PlanVersionState.InReview) is { } no) return no;
        Consulted = [.. consulted.Distinct(StringComparer.Ordinal)];
        return null;
    }

    /// <summary>Approved by another person than its drafter, with every link to another plan sound and every item of its checklist for somebody.</summary>
    public Refusal? Approve(string by, IReadOnlyList<PlanReference> brokenLinks, IReadOnlyList<UnplacedItem>? unplaceable = null)
    {
        if (Life.Refuse(State, PlanVersionState.Approved) is { } no) return no;
        if (by == DraftedBy) return Refusal.Forbidden("approver-is-drafter", "A plan is approved by another person than the one who drafted it.");
        if (brokenLinks.Count > 0) return new Refusal("broken-plan-link", "A plan it rests on is not in force in that version; see its links.");
        if (unplaceable is { Count: > 0 })
            return new Refusal("item-not-placeable", $"Items {string.Join(", ", unplaceable.Select(u => u.Item))} of its checklist would reach nobody; see its links.");
        return Move(PlanVersionState.Approved);
    }

    public Refusal? Issue(DateTimeOffset at)
    {
        if (Move(PlanVersionState.Issued) is { } no) return no;
        IssuedAt = at;
        return null;
    }

    public Refusal? File(DateTimeOffset at)
    {
        if (at < IssuedAt) return Refusal.Invalid("/filedAt", "filed-before-issued", "A plan is filed after it was issued.");
        if (Move(PlanVersionState.Filed) is { } no) return no;
        FiledAt = at;
        return null;
    }

    public Refusal? TakeForce(DateTimeOffset at)
    {
        if (Move(PlanVersionState.InForce) is { } no) return no;
        InForceAt = at;
        return null;
    }

    public Refusal? Revise() => Move(PlanVersionState.UnderRevision);

    public Refusal? Supersede() => Move(PlanVersionState.Superseded);

    public Refusal? Withdraw() => Move(PlanVersionState.Withdrawn);

    private Refusal? OnlyDraft() => State == PlanVersionState.Draft
        ? null
        : new Refusal("not-a-draft", "Only a draft can be changed; later changes make a new version.");

    private Refusal? Move(PlanVersionState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
