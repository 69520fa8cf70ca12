using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Statements;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>
/// A claim that goes round, in the officer's own words, and what is true of it (domain.md C4). It has no member for who said it or where: no quotation,
/// link, account, screenshot or platform.
/// </summary>
internal sealed class Clarification
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ClarificationState> Life = new(
        (ClarificationState.ClaimLogged, [ClarificationState.Checking]),
        (ClarificationState.Checking, [ClarificationState.Confirmed, ClarificationState.PartlyConfirmed, ClarificationState.Refuted, ClarificationState.Unresolved]),
        (ClarificationState.Confirmed, [ClarificationState.Published]),
        (ClarificationState.PartlyConfirmed, [ClarificationState.Published]),
        (ClarificationState.Refuted, [ClarificationState.Published]),
        (ClarificationState.Unresolved, [ClarificationState.Published]),
        (ClarificationState.Published, [ClarificationState.Closed]));

    private Clarification() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid? IncidentId { get; private set; }
    public ClarificationState State { get; private set; }
    public string Claim { get; private set; } = "";
    /// <summary>The hour an enquiry reached the hotline, a press officer or a partner agency.</summary>
    public DateTimeOffset HeardAt { get; private set; }
    public ClarificationState? Outcome { get; private set; }
    public List<Fact> Facts { get; private set; } = [];
    public string? Answer { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    public static Clarification Log(LogClaim request, Guid? exercise) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        IncidentId = request.IncidentId,
        State = ClarificationState.ClaimLogged,
        Claim = request.Claim,
        HeardAt = new DateTimeOffset(request.HeardAt.UtcDateTime.Date.AddHours(request.HeardAt.UtcDateTime.Hour), TimeSpan.Zero),
    };

    public Refusal? Check() => Move(ClarificationState.Checking);

    /// <summary>What was found. Nothing is confirmed or denied without a fact that links to its source.</summary>
    public Refusal? Conclude(ClarificationState outcome, IReadOnlyList<Fact> facts, string answer)
    {
        if (outcome is not (ClarificationState.Confirmed or ClarificationState.PartlyConfirmed or ClarificationState.Refuted or ClarificationState.Unresolved))
            return Refusal.Invalid("/outcome", "outcome", "Must be Confirmed, PartlyConfirmed, Refuted or Unresolved.");
        if (outcome != ClarificationState.Unresolved && facts.Count == 0)
            return new Refusal("fact-required", "A claim is confirmed or denied only with a fact that links to its source.", "/facts");
        if (Move(outcome) is { } no) return no;
        (Outcome, Facts, Answer) = (outcome, [.. facts], answer);
        return null;
    }

    public Refusal? Publish(DateTimeOffset at)
    {
        if (Move(ClarificationState.Published) is { } no) return no;
        PublishedAt = at;
        return null;
    }

    public Refusal? Close() => Move(ClarificationState.Closed);

    private Refusal? Move(ClarificationState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
