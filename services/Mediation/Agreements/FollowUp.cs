using Coordination.Platform;

namespace Coordination.Mediation.Agreements;

/// <summary>States of a follow-up (domain.md C5).</summary>
public enum FollowUpState
{
    /// <summary>Due in time.</summary>
    Scheduled,
    /// <summary>Someone asked how it goes.</summary>
    Done,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>What was found.</summary>
public enum FollowUpFinding
{
    /// <summary>It is performed as agreed.</summary>
    AsAgreed,
    /// <summary>It is performed late.</summary>
    Late,
    /// <summary>It is not performed.</summary>
    NotPerformed,
    /// <summary>Nobody wished to answer.</summary>
    NoAnswer,
}

/// <summary>Asking after 7 and 30 days how an agreement is being performed (人民调解法 Art. 31).</summary>
internal sealed class FollowUp
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<FollowUpState> Life = new((FollowUpState.Scheduled, [FollowUpState.Done]), (FollowUpState.Done, [FollowUpState.Closed]));

    private FollowUp() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid AgreementId { get; private set; }
    public string ClockKey { get; private set; } = "";
    public FollowUpState State { get; private set; }
    public FollowUpFinding? Finding { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Two of them, from the day an agreement takes effect.</summary>
    public static IReadOnlyList<FollowUp> After(Agreement agreement)
    {
        var ids = InOrder.Ids(2);
        return [Of(ids[0], agreement, "follow-up.first"), Of(ids[1], agreement, "follow-up.second")];
    }

    public Refusal? Do(FollowUpFinding finding, DateTimeOffset at)
    {
        if (Move(FollowUpState.Done) is { } no) return no;
        (Finding, DoneAt) = (finding, at);
        return null;
    }

    public Refusal? Close() => Move(FollowUpState.Closed);

    private static FollowUp Of(Guid id, Agreement agreement, string key) => new()
    {
        Id = id,
        ExerciseId = agreement.ExerciseId,
        CaseId = agreement.CaseId,
        AgreementId = agreement.Id,
        ClockKey = key,
        State = FollowUpState.Scheduled,
    };

    private Refusal? Move(FollowUpState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
