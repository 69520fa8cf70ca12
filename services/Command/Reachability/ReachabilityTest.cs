using Coordination.Command.Rosters;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Reachability;

/// <summary>
/// Whether a post answers when it is called, once a day at most 手机24时开机. It is of a post of a roster and a day: there is no place, no device, no number and nobody in it, and nothing of how fast.
/// </summary>
internal sealed class ReachabilityTest
{
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

    /// <param name="roster">The roster whose post is called.</param>
    /// <param name="agency">Who calls.</param>
    /// <param name="day">Local date.</param>
    /// <param name="isTested">True when the post was called that day already.</param>
    /// <param name="now">The moment.</param>
    public static (ReachabilityTest?, Refusal?) Open(DutyRoster roster, string agency, DateOnly day, bool isTested, DateTimeOffset now)
    {
        if (now < roster.From || now >= roster.Until) return (null, new("roster-not-now", "The roster does not hold now: only a post that is to be kept is called."));
        if (isTested) return (null, new("tested-today", "This post was called today already: once a day is enough."));
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

    public Refusal? Answer(string agency) => agency == Agency ? Move(ReachabilityState.Answered) : Refusal.Forbidden("not-own-watch", "An agency keeps its own watch, and answers for it.");

    public Refusal? Miss() => Move(ReachabilityState.Unanswered);

    private Refusal? Move(ReachabilityState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
