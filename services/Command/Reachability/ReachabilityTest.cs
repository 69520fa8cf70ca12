using Coordination.Command.Rosters;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Reachability;

/// <summary>
/// Whether a post answers when it is called, by each that calls it once a day at most 手机24时开机. It is of a post of a roster and a day: there is no place, no device, no number and nobody in it, and nothing of how fast.
/// Whose post it is and who called it read it, and no other agency: what all read is how often the posts of a roster answered.
/// </summary>
internal sealed class ReachabilityTest
{
    /// <summary>The time in which it is answered. It runs out whether it was or not.</summary>
    public const string ClockKey = "reachability.answer";

    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ReachabilityState> Life = new((ReachabilityState.Open, [ReachabilityState.Answered, ReachabilityState.Unanswered]));

    private ReachabilityTest() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ReachabilityState State { get; private set; }
    public Guid RosterId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Post { get; private set; } = "";
    public string OpenedBy { get; private set; } = "";
    /// <summary>Local date of the jurisdiction, <c>yyyy-MM-dd</c>.</summary>
    public string Day { get; private set; } = "";

    /// <summary>Whom it and its clock are told to: whose post it is, and who called.</summary>
    public string[] Told => [Agency, OpenedBy];

    /// <param name="roster">The roster whose post is called.</param>
    /// <param name="agency">Who calls.</param>
    /// <param name="day">Local date.</param>
    /// <param name="isTested">True when this agency called the post that day already.</param>
    /// <param name="now">The moment.</param>
    public static (ReachabilityTest?, Refusal?) Open(DutyRoster roster, string agency, DateOnly day, bool isTested, DateTimeOffset now)
    {
        if (now < roster.From || now >= roster.Until) return (null, new("roster-not-now", "The roster does not hold now: only a post that is to be kept is called."));
        if (isTested) return (null, new("tested-today", "Your agency called this post today already: once a day is enough."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = roster.ExerciseId,
            RosterId = roster.Id,
            Agency = roster.Agency,
            Post = roster.Post,
            OpenedBy = agency,
            Day = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        }, null);
    }

    /// <param name="agency">Who answers.</param>
    /// <param name="now">The moment; after it was due nobody answered in time, whether its clock has fired yet or not.</param>
    /// <param name="dueAt">Until when it is answered.</param>
    public Refusal? Answer(string agency, DateTimeOffset now, DateTimeOffset dueAt)
    {
        if (agency != Agency) return Refusal.Forbidden("not-own-watch", "An agency keeps its own watch, and answers for it.");
        return now > dueAt ? new Refusal("answer-late", "The time to answer is over.") : Move(ReachabilityState.Answered);
    }

    /// <summary>The time is over: nobody answered, unless somebody did.</summary>
    public Refusal? Miss() => Move(ReachabilityState.Unanswered);

    private Refusal? Move(ReachabilityState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
