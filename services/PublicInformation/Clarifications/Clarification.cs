using Coordination.Contracts.Events;
using Coordination.Platform;

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
    /// <summary>The hour an enquiry reached the hotline, a press officer or a partner agency. The reply clocks run from it.</summary>
    public DateTimeOffset HeardAt { get; private set; }
    public ClarificationState? Outcome { get; private set; }
    public List<Finding> Facts { get; private set; } = [];
    public string? Answer { get; private set; }
    /// <summary>Subject of the token of the officer who wrote the answer; never shown outside.</summary>
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    /// <summary>Who logged it.</summary>
    public string Agency { get; private set; } = "";

    public static (Clarification?, Refusal?) Log(LogClaim request, string agency, Guid? exercise) => OwnWords.Fault(request.Claim) is { } quoted
        ? (null, quoted)
        : (new Clarification
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            IncidentId = request.IncidentId,
            Agency = agency,
            State = ClarificationState.ClaimLogged,
            Claim = request.Claim,
            HeardAt = new DateTimeOffset(request.HeardAt.UtcDateTime.Date.AddHours(request.HeardAt.UtcDateTime.Hour), TimeSpan.Zero),
        }, null);

    public Refusal? Check() => Move(ClarificationState.Checking);

    /// <summary>
    /// What was found. The facts decide which outcome can be told: nothing is confirmed or denied without one, and nothing is denied
    /// as a whole while a linked fact supports a part of it.
    /// </summary>
    public Refusal? Conclude(ClarificationState outcome, IReadOnlyList<Finding> facts, string answer, string author)
    {
        if (Unfounded(outcome, facts.Count(f => f.Bearing == FactBearing.Supports), facts.Count(f => f.Bearing == FactBearing.Contradicts)) is { } unfounded) return unfounded;
        if (Move(outcome) is { } no) return no;
        (Outcome, Facts, Answer, AnsweredBy) = (outcome, [.. facts], answer, author);
        return null;
    }

    /// <summary>Another person than the one who wrote the answer makes it public.</summary>
    public Refusal? Publish(string approver, DateTimeOffset at)
    {
        if (AnsweredBy == approver) return Refusal.Forbidden("approver-is-author", "Another person publishes what you wrote.");
        if (Move(ClarificationState.Published) is { } no) return no;
        PublishedAt = at;
        return null;
    }

    public Refusal? Close() => Move(ClarificationState.Closed);

    private static Refusal? Unfounded(ClarificationState outcome, int supporting, int contradicting) => outcome switch
    {
        ClarificationState.Unresolved => null,
        ClarificationState.Confirmed or ClarificationState.PartlyConfirmed or ClarificationState.Refuted when supporting + contradicting == 0 =>
            new Refusal("fact-required", "A claim is confirmed or denied only with a fact that links to its source.", "/facts"),
        ClarificationState.Confirmed when contradicting > 0 => new Refusal("fact-contradicts", "A fact contradicts the claim: it is partly confirmed at most.", "/outcome"),
        ClarificationState.Refuted when supporting > 0 => new Refusal("fact-supports", "A fact supports the claim: it is not refuted as a whole.", "/outcome"),
        ClarificationState.PartlyConfirmed when supporting == 0 || contradicting == 0 =>
            new Refusal("fact-required", "Partly confirmed needs a fact for what is so and one for what is not.", "/facts"),
        ClarificationState.Confirmed or ClarificationState.PartlyConfirmed or ClarificationState.Refuted => null,
        _ => Refusal.Invalid("/outcome", "outcome", "Must be Confirmed, PartlyConfirmed, Refuted or Unresolved."),
    };

    private Refusal? Move(ClarificationState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
