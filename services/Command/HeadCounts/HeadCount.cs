using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.HeadCounts;

/// <summary>Head counts of the teams on scene (personnel accountability, PAR): numbers of teams at an interval until they are stopped. It holds teams and never persons.</summary>
internal sealed class HeadCount
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<HeadCountState> Life = new((HeadCountState.Running, [HeadCountState.Stopped]));

    /// <summary>Those who count already are stopped first.</summary>
    public static readonly Refusal Runs = new("head-count-running", "Head counts of this incident run: stop them first.");

    private HeadCount() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public HeadCountState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public List<HeadCountTeam> Teams { get; private set; } = [];
    public int EveryMinutes { get; private set; }
    public string StartedBy { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public string? StoppedBy { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }
    /// <summary>How many rounds began.</summary>
    public int Rounds { get; private set; }

    /// <param name="incident">The incident.</param>
    /// <param name="request">Teams, and the interval where it is not the package's.</param>
    /// <param name="usualMinutes">The package's interval.</param>
    /// <param name="isRunning">True while head counts of the incident run already.</param>
    /// <param name="agency">Who starts them.</param>
    /// <param name="at">When.</param>
    public static (HeadCount?, Refusal?) Start(Incident incident, StartHeadCount request, int usualMinutes, bool isRunning, string agency, DateTimeOffset at)
    {
        if (!incident.IsOpen) return (null, new Refusal("not-in-response", $"The incident is {incident.State}: teams are counted during the response."));
        if (isRunning) return (null, Runs);
        for (var i = 0; i < request.Teams.Count; i++)
        {
            if (!Code.Is(request.Teams[i].Agency)) return (null, Code.Refuse($"/teams/{i}/agency"));
            if (!Code.Is(request.Teams[i].Team)) return (null, Code.Refuse($"/teams/{i}/team"));
        }
        if (request.Teams.Distinct().Count() != request.Teams.Count) return (null, Refusal.Invalid("/teams", "team-twice", "Each team is counted once."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            Teams = [.. request.Teams],
            EveryMinutes = request.EveryMinutes ?? usualMinutes,
            StartedBy = agency,
            StartedAt = at,
        }, null);
    }

    /// <summary>Until when a round that begins now is answered: before the next begins, so that no round ends with a silence that nobody was told of.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset at, int usualMinutes) => at.AddMinutes(Math.Max(1, Math.Min(usualMinutes, EveryMinutes - 1)));

    /// <summary>When a round begins that was due: at its time. In life now, where for a minute nobody was there to begin it: its teams could not answer before they were asked.</summary>
    public DateTimeOffset BeginsAt(DateTimeOffset due, DateTimeOffset realNow) => ExerciseId is null && realNow >= due.AddMinutes(1) ? realNow : due;

    /// <summary>One more round begins.</summary>
    public Refusal? Count()
    {
        if (State != HeadCountState.Running) return new Refusal("head-count-stopped", "They were stopped: no further round begins.");
        (Rounds, Version) = (Rounds + 1, Version + 1);
        return null;
    }

    public Refusal? Stop(string agency, DateTimeOffset at)
    {
        if (Life.Refuse(State, HeadCountState.Stopped) is { } no) return no;
        (State, StoppedBy, StoppedAt, Version) = (HeadCountState.Stopped, agency, at, Version + 1);
        return null;
    }
}
