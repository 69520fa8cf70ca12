using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Recovery;

/// <summary>What an agency is to do so that a place recovers, under the adopted recovery plan, until a moment. It is of things and services, never of a person.</summary>
internal sealed class RecoveryTask
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<RecoveryTaskState> Life = new(
        (RecoveryTaskState.Assigned, [RecoveryTaskState.InProgress, RecoveryTaskState.Done, RecoveryTaskState.Cancelled]),
        (RecoveryTaskState.InProgress, [RecoveryTaskState.Done, RecoveryTaskState.Cancelled]));

    private RecoveryTask() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public RecoveryTaskState State { get; private set; }
    public Guid IncidentId { get; private set; }
    /// <summary>The version of the plan that was adopted when it was assigned.</summary>
    public Guid RecoveryPlanId { get; private set; }
    public LossSector Sector { get; private set; }
    /// <summary>In words; stays in this service.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Who is to do it: an agency, never a person.</summary>
    public string Agency { get; private set; } = "";
    public DateTimeOffset DueAt { get; private set; }
    /// <summary>In percent; 100 when it is done.</summary>
    public int Progress { get; private set; }
    public string AssignedBy { get; private set; } = "";
    public DateTimeOffset AssignedAt { get; private set; }
    public DateTimeOffset? ProgressAt { get; private set; }
    /// <summary>When it was done or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Why it was cancelled, in words.</summary>
    public string? Reason { get; private set; }

    public bool IsOpen => State is RecoveryTaskState.Assigned or RecoveryTaskState.InProgress;

    public static (RecoveryTask?, Refusal?) Assign(Incident incident, RecoveryPlan? adopted, AssignRecoveryTask request, string agency, DateTimeOffset now)
    {
        if (RecoveryTime.RefuseWork(incident) is { } no) return (null, no);
        if (adopted is null) return (null, new Refusal("no-recovery-plan", "No recovery plan is adopted: tasks follow from it."));
        if (!Code.Is(request.Agency)) return (null, Code.Refuse("/agency"));
        if (request.DueAt <= now) return (null, Refusal.Invalid("/dueAt", "due-in-past", "A task is due after now."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            RecoveryPlanId = adopted.Id,
            Sector = request.Sector,
            Text = request.Text,
            Agency = request.Agency,
            DueAt = request.DueAt,
            AssignedBy = agency,
            AssignedAt = now,
        }, null);
    }

    /// <summary>How far it is; it may also turn out to be less far than was thought.</summary>
    public Refusal? Advance(string agency, int percent, DateTimeOffset at)
    {
        if (NotTheirs(agency) is { } stranger) return stranger;
        if (State != RecoveryTaskState.InProgress && Life.Refuse(State, RecoveryTaskState.InProgress) is { } no) return no;
        if (percent is < 0 or > 99) return Refusal.Invalid("/progress", "range", "Must be between 0 and 99: a task that is done is completed.");
        (State, Progress, ProgressAt, Version) = (RecoveryTaskState.InProgress, percent, at, Version + 1);
        return null;
    }

    public Refusal? Complete(string agency, DateTimeOffset at)
    {
        if ((NotTheirs(agency) ?? End(RecoveryTaskState.Done, at)) is { } no) return no;
        (Progress, ProgressAt) = (100, at);
        return null;
    }

    public Refusal? Cancel(string reason, DateTimeOffset at)
    {
        if (End(RecoveryTaskState.Cancelled, at) is { } no) return no;
        Reason = reason;
        return null;
    }

    private Refusal? NotTheirs(string agency) => agency == Agency ? null : Refusal.Forbidden("not-the-assignee", $"{Agency} does this task, and says how far it is.");

    private Refusal? End(RecoveryTaskState to, DateTimeOffset at)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, EndedAt, Version) = (to, at, Version + 1);
        return null;
    }
}
