using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Recovery;

/// <summary>A version of an incident's recovery plan 恢复重建计划 (突发事件应对法 Art. 87). One that was adopted is never rewritten: the next version takes its place.</summary>
internal sealed class RecoveryPlan
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<RecoveryPlanState> Life = new(
        (RecoveryPlanState.Draft, [RecoveryPlanState.Adopted, RecoveryPlanState.Withdrawn]),
        (RecoveryPlanState.Adopted, [RecoveryPlanState.Superseded]));

    private RecoveryPlan() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public RecoveryPlanState State { get; private set; }
    public Guid IncidentId { get; private set; }
    /// <summary>From 1 in an incident.</summary>
    public int Number { get; private set; }
    /// <summary>Goals and measures, in words; stay in this service.</summary>
    public string Goals { get; private set; } = "";
    public List<string> Measures { get; private set; } = [];
    public string DraftedBy { get; private set; } = "";
    public DateTimeOffset DraftedAt { get; private set; }
    public string? AdoptedBy { get; private set; }
    public DateTimeOffset? AdoptedAt { get; private set; }
    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; private set; }

    /// <summary>The next version; while one is being written there is no other.</summary>
    public static (RecoveryPlan?, Refusal?) Draft(Incident incident, WriteRecoveryPlan text, IReadOnlyCollection<RecoveryPlan> versions, string agency, DateTimeOffset at)
    {
        if (RecoveryTime.RefuseWork(incident) is { } no) return (null, no);
        if (versions.FirstOrDefault(v => v.State == RecoveryPlanState.Draft) is { } open) return (null, new Refusal("draft-open", $"Version {open.Number} is being written: rewrite, adopt or withdraw it."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            Number = versions.Count + 1,
            Goals = text.Goals,
            Measures = [.. text.Measures],
            DraftedBy = agency,
            DraftedAt = at,
        }, null);
    }

    public Refusal? Rewrite(WriteRecoveryPlan text)
    {
        if (State != RecoveryPlanState.Draft) return new Refusal("not-a-draft", $"It is {State}: draft the next version.");
        (Goals, Measures, Version) = (text.Goals, [.. text.Measures], Version + 1);
        return null;
    }

    /// <summary>It is the plan now, and the one before it no longer.</summary>
    public Refusal? Adopt(string agency, DateTimeOffset at, RecoveryPlan? before = null)
    {
        if (Move(RecoveryPlanState.Adopted) is { } no) return no;
        before?.Move(RecoveryPlanState.Superseded);
        (AdoptedBy, AdoptedAt) = (agency, at);
        return null;
    }

    public Refusal? Withdraw(string reason)
    {
        if (Move(RecoveryPlanState.Withdrawn) is { } no) return no;
        Reason = reason;
        return null;
    }

    private Refusal? Move(RecoveryPlanState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
