using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Exercises;

/// <summary>
/// A drill with all drills that are part of it: several agencies and levels exercise together. The whole begins, ends, is called off and is broken off over its parts; a part
/// ends or is broken off alone. A part is planned under a drill that is there and never moves, so that there is no circle. Pure.
/// </summary>
internal sealed class DrillTree(Drill top, IEnumerable<Drill> others)
{
    /// <summary>As many levels as the tree of jurisdictions has tiers.</summary>
    public const int Deepest = 6;

    /// <summary>Each once, a part after what it is part of.</summary>
    public IReadOnlyList<Drill> Parts { get; } = Below(top, others);

    public Drill Top => top;

    /// <summary>All that moved in the last decision; the whole first.</summary>
    public IReadOnlyList<Drill> Moved { get; private set; } = [];

    /// <summary>Null when a part may be planned under the drill.</summary>
    /// <param name="parent">What it will be part of.</param>
    /// <param name="exercise">The exercise in whose world it is planned.</param>
    /// <param name="depth">How many levels there are from the whole down to the parent.</param>
    /// <param name="isWithin">True when the place of its plan lies in that of the parent's plan.</param>
    public static Refusal? RefusePart(Drill parent, Guid? exercise, int depth, bool isWithin) =>
        parent.ExerciseId != exercise ? Refusal.OtherExercise
        : !parent.IsToCome ? new Refusal("parent-begun", $"The drill that it would be part of is {parent.State}: parts are planned before it begins.")
        : depth >= Deepest ? Refusal.Invalid("/parentDrillId", "drill-too-deep", $"Drills are parts of one another in at most {Deepest} levels.")
        : isWithin ? null : Refusal.Invalid("/parentDrillId", "outside-parent-place", "The plan of a part holds where the plan of the whole holds, or below: drill both under a plan of the common superior.");

    /// <summary>All begin at once, in the same time: each part is briefed by then, or called off.</summary>
    public Refusal? Start(Guid? playedIn)
    {
        if (top.ParentDrillId is not null) return new Refusal("part-of-parent", "A part begins with the drill that it is part of.");
        if (Parts.Count(p => p.State is DrillState.Planned or DrillState.Approved) is var late and > 0)
            return new Refusal("part-not-briefed", $"{late} of its parts are not briefed yet: brief them, or call them off.");
        return Move(top.Start(playedIn), p => p.Start(playedIn));
    }

    public Refusal? End() => Move(top.End(), p => p.End());

    /// <summary>The whole is evaluated after its parts.</summary>
    public Refusal? Evaluate(IReadOnlyList<DrillFinding> findings) => Parts.Count(p => p.State == DrillState.Ended) is var owed and > 0
        ? new Refusal("part-not-evaluated", $"{owed} of its parts are not evaluated yet.")
        : Move(top.Evaluate(findings));

    /// <summary>A real incident breaks off what runs; what ended before was played, and is evaluated.</summary>
    public Refusal? Abort(Guid realIncident) => Move(top.Abort(realIncident), p => p.Abort(realIncident));

    public Refusal? Cancel() => Move(top.Cancel(), p => p.Cancel());

    /// <summary>How the roles of the whole and of its parts answered, by name of the role; what is of no role last. Parts that were called off are not counted.</summary>
    public IReadOnlyList<RoleResult> Results() =>
    [
        .. from inject in Parts.Prepend(top).Where(d => d.State != DrillState.Cancelled).SelectMany(d => d.Injects)
           group inject by inject.Role into role
           orderby role.Key is null, role.Key
           select new RoleResult(
               role.Key, role.Count(), Of(role, InjectOutcome.AsExpected), Of(role, InjectOutcome.Late), Of(role, InjectOutcome.Otherwise), Of(role, InjectOutcome.Missed), Of(role, null)),
    ];

    private static int Of(IEnumerable<Inject> injects, InjectOutcome? outcome) => injects.Count(i => i.Outcome == outcome);

    /// <summary>The whole moves, or nothing does; a part that cannot follow, or that nothing is to follow with, stays as it is.</summary>
    private Refusal? Move(Refusal? refusal, Func<Drill, Refusal?>? follow = null)
    {
        if (refusal is null) Moved = [top, .. follow is null ? [] : Parts.Where(p => follow(p) is null)];
        return refusal;
    }

    private static List<Drill> Below(Drill top, IEnumerable<Drill> others)
    {
        var of = others.Where(d => d.ParentDrillId is not null).ToLookup(d => d.ParentDrillId!.Value);
        List<Drill> all = [top];
        for (var i = 0; i < all.Count; i++) all.AddRange(of[all[i].Id].Where(d => !all.Contains(d)));
        return all[1..];
    }
}

/// <summary>How a role of the plans answered the injects that were for it: a function, never a person.</summary>
/// <param name="Role">The role as the plans name it; null for what is of none.</param>
/// <param name="Injects">How many were for it.</param>
/// <param name="AsExpected">How many it answered as expected and in time.</param>
/// <param name="Late">How many too late.</param>
/// <param name="Otherwise">How many otherwise.</param>
/// <param name="Missed">How many not at all.</param>
/// <param name="Open">How many are not observed yet.</param>
public sealed record RoleResult(string? Role, int Injects, int AsExpected, int Late, int Otherwise, int Missed, int Open);
