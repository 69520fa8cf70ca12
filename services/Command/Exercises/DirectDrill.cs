using Coordination.Command.Jurisdictions;
using Coordination.Command.Plans;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Exercises;

/// <summary>
/// Who moves a drill that has parts moves those of others: the agency that planned the whole, the one whose plan it drills, or a body that keeps the duty in the plan's place or
/// above. Others' parts take it from none of them.
/// </summary>
internal static class DirectDrill
{
    /// <summary>The drill with its parts, where the call has seen it as it is.</summary>
    public static async Task<(DrillTree?, Refusal?)> DrillTreeAsync(this CommandDb db, Guid id, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return (null, Refusal.NotFound("drill", id));
        return call.Stale(drill.Version) is { } stale ? (null, stale) : (new DrillTree(drill, await db.PartsAsync(drill, ct)), null);
    }

    /// <summary>The drill with its parts, or why the caller may not move it.</summary>
    public static async Task<(DrillTree?, Refusal?)> DirectedAsync(this CommandDb db, Guid id, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var (tree, no) = await db.DrillTreeAsync(id, call, ct);
        if (tree is null || tree.Parts.All(p => p.State == DrillState.Cancelled) || tree.Top.PlannedBy == call.Caller.Agency) return (tree, no);
        var plan = (await db.Plans.FindAsync([tree.Top.PlanId], ct))!;
        return plan.OwnerAgency == call.Caller.Agency || (await db.TreeAsync(package, call, ct)).May(call.Caller.Agency, AuthorityPower.KeepDuty, plan.Jurisdiction)
            ? (tree, null)
            : (null, Refusal.Forbidden("not-directing", $"{plan.OwnerAgency} directs this drill and its parts: ask them."));
    }

    /// <summary>All that are part of it, of parts too.</summary>
    public static async Task<List<Drill>> PartsAsync(this CommandDb db, Drill drill, CancellationToken ct)
    {
        var parts = new List<Drill>();
        for (List<Guid> above = [drill.Id]; above.Count > 0;)
        {
            var next = await db.Drills.Where(d => d.ParentDrillId != null && above.Contains(d.ParentDrillId.Value)).OrderBy(d => d.Id).ToListAsync(ct);
            parts.AddRange(next);
            above = next.ConvertAll(d => d.Id);
        }
        return parts;
    }

    /// <summary>Null when a drill of the plan may be part of the parent.</summary>
    public static async Task<Refusal?> RefusePartAsync(this CommandDb db, Drill parent, PlanVersion version, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var depth = 1;
        for (var above = parent.ParentDrillId; above is { } id && depth < DrillTree.Deepest; depth++) above = (await db.Drills.FindAsync([id], ct))?.ParentDrillId;
        var (whole, part) = ((await db.Plans.FindAsync([parent.PlanId], ct))!, (await db.Plans.FindAsync([version.PlanId], ct))!);
        return DrillTree.RefusePart(parent, call.Exercise, depth, (await db.TreeAsync(package, call, ct)).IsWithin(part.Jurisdiction, whole.Jurisdiction));
    }

    /// <summary>The region is told of each drill that moved.</summary>
    public static void AppendMoved(this CommandDb db, DrillTree tree, DateTimeOffset at)
    {
        foreach (var moved in tree.Moved) db.Append(moved.Id, moved.Changed(at));
    }
}
