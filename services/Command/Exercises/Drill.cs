using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Exercises;

/// <summary>A drill of a plan 演练 (domain.md C2): every one is evaluated, and a real incident always comes first.</summary>
internal sealed class Drill
{
    public static readonly Lifecycle<DrillState> Life = new(
        (DrillState.Planned, [DrillState.Approved, DrillState.Cancelled]),
        (DrillState.Approved, [DrillState.Briefed, DrillState.Cancelled]),
        (DrillState.Briefed, [DrillState.Running, DrillState.Cancelled]),
        (DrillState.Running, [DrillState.Ended, DrillState.Aborted]),
        (DrillState.Ended, [DrillState.Evaluated]),
        (DrillState.Evaluated, [DrillState.ImprovementTracked]),
        (DrillState.ImprovementTracked, [DrillState.Closed]));

    private Drill() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public DrillState State { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid PlanVersionId { get; private set; }
    public Guid? ParentDrillId { get; private set; }
    public DrillForm Form { get; private set; }
    public DrillScope Scope { get; private set; }

    /// <summary>The exercise in whose time it is played. The drill itself is a duty of the real world.</summary>
    public Guid? PlayedIn { get; private set; }
    public Guid? AbortedFor { get; private set; }
    public List<Inject> Injects { get; private set; } = [];
    public List<DrillFinding> Findings { get; private set; } = [];
    /// <summary>The agency that planned it; null where that was before it was kept.</summary>
    public string? PlannedBy { get; private set; }

    /// <summary>True before it begins.</summary>
    public bool IsToCome => State is DrillState.Planned or DrillState.Approved or DrillState.Briefed;

    public int AsExpected => Injects.Count(i => i.Outcome == InjectOutcome.AsExpected);

    public static Drill Plan(
        Guid id, Guid? exercise, Plans.PlanVersion plan, Guid? parent, DrillForm form, DrillScope scope, IReadOnlyList<Inject> injects, string? by = null) => new()
        {
            Id = id,
            ExerciseId = exercise,
            PlanId = plan.PlanId,
            PlanVersionId = plan.Id,
            ParentDrillId = parent,
            Form = form,
            Scope = scope,
            PlannedBy = by,
            Injects = [.. injects.Select((inject, i) => inject with { Number = i + 1, PlayedAt = null, ObservedAt = null, Outcome = null })],
        };

    public Refusal? Approve() => Move(DrillState.Approved);

    public Refusal? Brief() => Move(DrillState.Briefed);

    public Refusal? Start(Guid? playedIn)
    {
        if (Move(DrillState.Running) is { } no) return no;
        PlayedIn = playedIn;
        return null;
    }

    public Refusal? Play(int number, DateTimeOffset at) => Change(number, i => i.PlayedAt is not null
        ? (null, new Refusal("inject-played", "The inject was played already."))
        : (i with { PlayedAt = at }, null));

    /// <summary>What was seen. An answer after the inject's time is late, whatever it was.</summary>
    public Refusal? Observe(int number, InjectOutcome outcome, DateTimeOffset at) => Change(number, i =>
    {
        if (i.PlayedAt is not { } played) return (null, new Refusal("inject-not-played", "The inject was not played yet."));
        if (i.Outcome is not null) return (null, new Refusal("inject-observed", "The inject was observed already."));
        if (at < played) return (null, Refusal.Invalid("/observedAt", "before-played", "The answer comes after the inject."));
        var late = outcome == InjectOutcome.AsExpected && at > played.AddMinutes(i.WithinMinutes);
        return (i with { ObservedAt = at, Outcome = late ? InjectOutcome.Late : outcome }, null);
    });

    public Refusal? End() => Move(DrillState.Ended);

    /// <summary>Evaluates every inject: what was not observed was missed.</summary>
    public Refusal? Evaluate(IReadOnlyList<DrillFinding> findings)
    {
        if (Move(DrillState.Evaluated) is { } no) return no;
        Injects = [.. Injects.Select(i => i.Outcome is null ? i with { Outcome = InjectOutcome.Missed } : i)];
        Findings = [.. findings.Select((f, i) => f with { Number = i + 1, PlanVersionId = null })];
        return null;
    }

    public Refusal? TrackImprovement() => Move(DrillState.ImprovementTracked);

    /// <summary>Links a finding to the plan version that takes it up.</summary>
    public Refusal? LinkFinding(int number, Guid planVersion)
    {
        if (State is not (DrillState.Evaluated or DrillState.ImprovementTracked)) return new Refusal("not-evaluated", "Findings are linked after the evaluation.");
        var at = Findings.FindIndex(f => f.Number == number);
        if (at < 0) return new Refusal("no-such-finding", "The drill has no finding with this number.", null, 404);
        Findings[at] = Findings[at] with { PlanVersionId = planVersion };
        Version++;
        return null;
    }

    public Refusal? Close()
    {
        if (Life.Refuse(State, DrillState.Closed) is { } no) return no;
        if (Findings.Exists(f => f.RevisesPlan && f.PlanVersionId is null))
            return new Refusal("finding-not-linked", "A finding that revises the plan is not linked to a plan version.");
        return Move(DrillState.Closed);
    }

    public Refusal? Cancel() => Move(DrillState.Cancelled);

    /// <summary>Breaks off for a real incident.</summary>
    public Refusal? Abort(Guid realIncident)
    {
        if (Move(DrillState.Aborted) is { } no) return no;
        AbortedFor = realIncident;
        return null;
    }

    private Refusal? Change(int number, Func<Inject, (Inject?, Refusal?)> change)
    {
        if (State != DrillState.Running) return new Refusal("not-running", "Injects are played and observed while the drill runs.");
        var at = Injects.FindIndex(i => i.Number == number);
        if (at < 0) return new Refusal("no-such-inject", "The drill has no inject with this number.", null, 404);
        var (changed, refusal) = change(Injects[at]);
        if (changed is null) return refusal;
        Injects[at] = changed;
        Version++;
        return null;
    }

    private Refusal? Move(DrillState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
