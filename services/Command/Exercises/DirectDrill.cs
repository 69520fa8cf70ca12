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
    /// <summary>The drill with its parts, or why the caller may not move it.</summary>
    public static async Task<(DrillTree?, Refusal?)> DirectedAsync(this CommandDb db, Guid id, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return (null, new Refusal("not-found", $"There is no drill {id}.", null, 404));
        if (call.Stale(drill.Version) is { } stale) return (null, stale);
        var tree = new DrillTree(drill, await db.PartsAsync(drill, ct));
        if (tree.Parts.All(p => p.State == DrillState.Cancelled) || drill.PlannedBy == call.Caller.Agency) return (tree, null);
        var plan = (await db.Plans.FindAsync([drill.PlanId], ct))!;
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
