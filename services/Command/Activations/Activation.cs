using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Activations;

/// <summary>
/// A plan put to use for an incident 启动. It pins the exact version: what is revised meanwhile does not change a running response.
/// </summary>
internal sealed class Activation
{
    public static readonly Lifecycle<ActivationState> Life = new(
        (ActivationState.Standby, [ActivationState.Authorised, ActivationState.Cancelled]),
        (ActivationState.Authorised, [ActivationState.Active]),
        (ActivationState.Active, [ActivationState.StandingDown]),
        (ActivationState.StandingDown, [ActivationState.Ended]));

    private Activation() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ActivationState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid PlanVersionId { get; private set; }
    public int PlanNumber { get; private set; }
    public string Agency { get; private set; } = "";
    public string? AuthorisedBy { get; private set; }
    public List<ChecklistTask> Tasks { get; private set; } = [];
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset? ActiveAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Items that could not be ordered; null where there was none, or an older build made the activation.</summary>
    public List<UnplacedItem>? Unplaced { get; private set; }

    /// <summary>Puts a plan version on standby. Where the plan pre-authorises, nobody else needs to.</summary>
    public static (Activation?, Refusal?) StandBy(
        Guid id, Guid? exercise, Guid incident, Plans.PlanVersion plan, string agency, DateTimeOffset at)
    {
        if (!plan.Holds) return (null, new Refusal("plan-not-in-force", "Only a version that is in force can be activated."));
        return (new()
        {
            Id = id,
            ExerciseId = exercise,
            IncidentId = incident,
            PlanId = plan.PlanId,
            PlanVersionId = plan.Id,
            PlanNumber = plan.Number,
            Agency = agency,
            State = plan.Content.PreAuthorised ? ActivationState.Authorised : ActivationState.Standby,
            ProposedAt = at,
        }, null);
    }

    public Refusal? Authorise(string by)
    {
        if (Move(ActivationState.Authorised) is { } no) return no;
        AuthorisedBy = by;
        return null;
    }

    public Refusal? Activate(DateTimeOffset at)
    {
        if (Move(ActivationState.Active) is { } no) return no;
        ActiveAt = at;
        return null;
    }

    /// <summary>Records what became of the items in the same decision: an item becomes a task once, or is not placed.</summary>
    public void Record(IReadOnlyList<ChecklistTask> tasks, IReadOnlyList<UnplacedItem>? unplaced = null)
    {
        foreach (var task in tasks)
            if (Tasks.TrueForAll(t => t.Item != task.Item)) Tasks.Add(task);
        if (unplaced is { Count: > 0 }) Unplaced = [.. Unplaced ?? [], .. unplaced.Where(u => Unplaced?.Exists(before => before.Item == u.Item) != true)];
    }

    public Refusal? StandDown() => Move(ActivationState.StandingDown);

    public Refusal? End(DateTimeOffset at)
    {
        if (Move(ActivationState.Ended) is { } no) return no;
        EndedAt = at;
        return null;
    }

    public Refusal? Cancel() => Move(ActivationState.Cancelled);

    private Refusal? Move(ActivationState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
