using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.HeadCounts;

/// <summary>One round: each team's agency says how many are expected and how many were counted. A later answer takes the place of an earlier one, until the next round.</summary>
internal sealed class HeadCountRound
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<HeadCountRoundState> Life = new(
        (HeadCountRoundState.Open, [HeadCountRoundState.Complete, HeadCountRoundState.Short, HeadCountRoundState.Overdue, HeadCountRoundState.Closed]),
        (HeadCountRoundState.Overdue, [HeadCountRoundState.Complete, HeadCountRoundState.Short, HeadCountRoundState.Closed]),
        (HeadCountRoundState.Complete, [HeadCountRoundState.Short, HeadCountRoundState.Closed]),
        (HeadCountRoundState.Short, [HeadCountRoundState.Complete, HeadCountRoundState.Closed]));

    private HeadCountRound() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public HeadCountRoundState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public Guid HeadCountId { get; private set; }
    /// <summary>From 1 in the head counts.</summary>
    public int Number { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    /// <summary>Until when every team answers.</summary>
    public DateTimeOffset DueAt { get; private set; }
    /// <summary>One for each team, in the order in which they were named.</summary>
    public List<TeamCount> Counts { get; private set; } = [];
    public DateTimeOffset? ClosedAt { get; private set; }
    /// <summary>The last answer of each team, as it was known when the round began; none of a team that never answered.</summary>
    public List<TeamCount> Known { get; private set; } = [];

    public int Answered => Counts.Count(c => c.At is not null);
    /// <summary>A team that is silent has the strength that it said last.</summary>
    public int Expected => LastAnswers.Sum(c => c.Expected ?? 0);
    public int Counted => Counts.Sum(c => c.Counted ?? 0);
    public IEnumerable<TeamCount> Silent => Counts.Where(c => c.At is null);
    /// <summary>What each team answered last, in this round or before it; without numbers for one that never did.</summary>
    public IEnumerable<TeamCount> LastAnswers => Counts.Select(c => c.At is null ? Known.Find(k => k.Agency == c.Agency && k.Team == c.Team) ?? c : c);
    /// <summary>How it came out: what was short or overdue remains so when the round is closed. Closed where it ended before its time.</summary>
    public HeadCountRoundState Outcome =>
        State != HeadCountRoundState.Closed ? State
        : Silent.Any() && ClosedAt >= DueAt ? HeadCountRoundState.Overdue
        : Counts.Exists(c => c.Missing > 0) ? HeadCountRoundState.Short
        : Silent.Any() ? HeadCountRoundState.Closed : HeadCountRoundState.Complete;

    public static HeadCountRound Begin(HeadCount of, DateTimeOffset at, DateTimeOffset due, HeadCountRound? before = null) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = of.ExerciseId,
        IncidentId = of.IncidentId,
        HeadCountId = of.Id,
        Number = of.Rounds,
        BegunAt = at,
        DueAt = due,
        Counts = of.Teams.ConvertAll(t => new TeamCount(t.Agency, t.Team)),
        Known = [.. (before?.LastAnswers ?? []).Where(c => c.At is not null)],
    };

    /// <summary>A team's agency answers for it, and for no other.</summary>
    public Refusal? Answer(AnswerHeadCount answer, string agency, DateTimeOffset at)
    {
        if (State == HeadCountRoundState.Closed) return new Refusal("round-closed", "The round is closed: answer the newest one.");
        if (Refuse(answer) is { } wrong) return wrong;
        if (Counts.FindIndex(c => c.Agency == agency && c.Team == answer.Team) is var index && index < 0)
            return Refusal.Forbidden("not-your-team", "Your agency has no such team in this head count, and answers for no other's.");
        Counts = [.. Counts[..index], new(agency, answer.Team, answer.Expected, answer.Counted, answer.Reason, answer.Place, at), .. Counts[(index + 1)..]];
        if (Counts.TrueForAll(c => c.At is not null)) State = Counts.Exists(c => c.Missing > 0) ? HeadCountRoundState.Short : HeadCountRoundState.Complete;
        Version++;
        return null;
    }

    /// <summary>The time to answer is up, and a team is silent.</summary>
    public Refusal? Miss() => Move(HeadCountRoundState.Overdue);

    /// <summary>
    /// The time to answer passed, in life, before the service that takes answers was there (again): the silent are asked again, and no silence is told of. They have
    /// all of their time, and less where the next round is nearer; where that leaves less than a minute the next round asks them.
    /// </summary>
    /// <param name="of">What it is a round of.</param>
    /// <param name="since">Since when the service is there.</param>
    /// <param name="realNow">Now, in life.</param>
    /// <param name="usualMinutes">The time to answer.</param>
    public bool AskAgain(HeadCount of, DateTimeOffset since, DateTimeOffset realNow, int usualMinutes)
    {
        if (State != HeadCountRoundState.Open || ExerciseId is not null || since <= DueAt || realNow < DueAt.AddMinutes(1)) return false;
        var (usual, last) = (of.AnswerBy(realNow, usualMinutes), BegunAt.AddMinutes(of.EveryMinutes - 1));
        (DueAt, Version) = (last < usual && last >= realNow.AddMinutes(1) ? last : usual, Version + 1);
        return true;
    }

    public Refusal? Close(DateTimeOffset at)
    {
        if (Move(HeadCountRoundState.Closed) is { } no) return no;
        ClosedAt = at;
        return null;
    }

    private static Refusal? Refuse(AnswerHeadCount answer)
    {
        if (answer.Expected < 0 || answer.Counted < 0) return Refusal.Invalid(answer.Expected < 0 ? "/expected" : "/counted", "negative-count", "Counts are 0 or more.");
        if (answer.Counted > answer.Expected) return Refusal.Invalid("/counted", "counted-over-expected", "More were counted than are expected: say the strength that the team has.");
        if (answer.Counted < answer.Expected != answer.Reason is not null) return Refusal.Invalid("/reason", "short-and-reason", "A count that is short has a reason, and no other has one.");
        if (answer is { Place: not null, Expected: < 2 }) return Refusal.Invalid("/place", "place-of-one", "The place of fewer than two would be a person's: leave it out.");
        return answer.Place is { } place && !Code.Is(place) ? Code.Refuse("/place") : null;
    }

    private Refusal? Move(HeadCountRoundState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}

/// <summary>What is known of one team in a round.</summary>
/// <param name="Agency">The team's agency.</param>
/// <param name="Team">Code of the team.</param>
/// <param name="Expected">How many are expected; null while the agency has not answered.</param>
/// <param name="Counted">How many were counted.</param>
/// <param name="Reason">Why fewer, where it is fewer.</param>
/// <param name="Place">Code of the place where they were counted.</param>
/// <param name="At">When it was answered.</param>
public sealed record TeamCount(
    string Agency, string Team, int? Expected = null, int? Counted = null, HeadCountReason? Reason = null, string? Place = null, DateTimeOffset? At = null)
{
    internal int Missing => (Expected ?? 0) - (Counted ?? 0);
}
