using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>A stretch of a response with a plan of its own (ICS operational period). At most one is current, and no two of an incident overlap.</summary>
internal sealed class OperationalPeriod
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<OperationalPeriodState> Life = new(
        (OperationalPeriodState.Planned, [OperationalPeriodState.Approved, OperationalPeriodState.Cancelled]),
        (OperationalPeriodState.Approved, [OperationalPeriodState.Current, OperationalPeriodState.Cancelled]),
        (OperationalPeriodState.Current, [OperationalPeriodState.Ended]));

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private OperationalPeriod() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public OperationalPeriodState State { get; private set; }
    public Guid IncidentId { get; private set; }
    /// <summary>From 1 in an incident.</summary>
    public int Number { get; private set; }
    public DateTimeOffset From { get; private set; }
    /// <summary>When it is planned to end; the next one begins then or later.</summary>
    public DateTimeOffset To { get; private set; }
    public string PlannedBy { get; private set; } = "";
    public DateTimeOffset PlannedAt { get; private set; }
    public string? ApprovedBy { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public DateTimeOffset? BegunAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Why it was cancelled, in words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Until when nothing else is planned: one that was ended early makes room.</summary>
    public DateTimeOffset Until => EndedAt is { } ended && ended < To ? ended : To;

    /// <summary>The next one; a period that was cancelled leaves its time free, and keeps its number.</summary>
    public static (OperationalPeriod?, Refusal?) Plan(Incident incident, PlanPeriod request, IReadOnlyCollection<OperationalPeriod> others, string agency, DateTimeOffset now)
    {
        if (Refuse(incident, request, now) is { } no) return (null, no);
        if (others.FirstOrDefault(o => o.State != OperationalPeriodState.Cancelled && request.From < o.Until && o.From < request.To) is { } taken)
            return (null, new Refusal("periods-overlap", $"Period {taken.Number} covers some of that time: periods of an incident follow each other.", "/from"));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            Number = others.Count + 1,
            From = request.From,
            To = request.To,
            PlannedBy = agency,
            PlannedAt = now,
        }, null);
    }

    /// <summary>Null while a plan of it may be written and approved.</summary>
    public Refusal? RefusePlanning(DateTimeOffset now)
    {
        if (State is OperationalPeriodState.Ended or OperationalPeriodState.Cancelled) return new Refusal("period-over", $"Period {Number} is {State}: plan the next one.");
        return State != OperationalPeriodState.Current && now >= To ? Over() : null;
    }

    /// <summary>Its first plan is approved. A later version of the plan changes nothing here.</summary>
    public Refusal? Approve(string agency, DateTimeOffset at)
    {
        if (State != OperationalPeriodState.Planned && RefusePlanning(at) is null) return null;
        if ((Life.Refuse(State, OperationalPeriodState.Approved) ?? RefusePlanning(at)) is { } no) return no;
        (State, ApprovedBy, ApprovedAt, Version) = (OperationalPeriodState.Approved, agency, at, Version + 1);
        return null;
    }

    /// <summary>It is the period now, and the one before it no longer.</summary>
    public Refusal? Begin(DateTimeOffset at, OperationalPeriod? current = null)
    {
        if (Life.Refuse(State, OperationalPeriodState.Current) is { } no) return no;
        if (at < From) return new Refusal("period-not-begun", $"Period {Number} begins later.");
        if (at >= To) return Over();
        if (current?.End(at) is { } stuck) return stuck;
        (State, BegunAt, Version) = (OperationalPeriodState.Current, at, Version + 1);
        return null;
    }

    public Refusal? End(DateTimeOffset at)
    {
        if (Life.Refuse(State, OperationalPeriodState.Ended) is { } no) return no;
        (State, EndedAt, Version) = (OperationalPeriodState.Ended, at, Version + 1);
        return null;
    }

    public Refusal? Cancel(string? reason, DateTimeOffset at)
    {
        if (Life.Refuse(State, OperationalPeriodState.Cancelled) is { } no) return no;
        (State, Reason, EndedAt, Version) = (OperationalPeriodState.Cancelled, reason, at, Version + 1);
        return null;
    }

    private static Refusal? Refuse(Incident incident, PlanPeriod request, DateTimeOffset now)
    {
        if (!incident.IsOpen) return new Refusal("not-in-response", $"The incident is {incident.State}: periods are planned during the response.");
        if (request.From < incident.OccurredAt) return Refusal.Invalid("/from", "before-incident", "No period begins before the incident happened.");
        if (request.To <= request.From) return Refusal.Invalid("/to", "period-empty", "A period ends after it begins.");
        if (request.To <= now) return Refusal.Invalid("/to", "period-over", "A period that is over is not planned.");
        return request.To - request.From > Longest ? Refusal.Invalid("/to", "period-too-long", "A period lasts seven days at most.") : null;
    }

    private Refusal Over() => new("period-over", $"The time of period {Number} is over: plan the next one.");
}
