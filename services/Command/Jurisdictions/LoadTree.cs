using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Jurisdictions;

/// <summary>Reads the tree of a call or an event: an exercise sees its own nodes and grants first, and the real ones where it has none.</summary>
internal static class LoadTree
{
    public static Task<JurisdictionTree> TreeAsync(this CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct, DateTimeOffset? asOf = null) =>
        db.TreeAsync(package, call.Exercise, asOf ?? call.Now, ct);

    public static async Task<JurisdictionTree> TreeAsync(this CommandDb db, JurisdictionPackage package, Guid? exercise, DateTimeOffset at, CancellationToken ct)
    {
        var nodes = await db.Jurisdictions.Where(n => n.ExerciseId == null || n.ExerciseId == exercise).ToListAsync(ct);
        var grants = await db.AuthorityGrants.Where(g => g.ExerciseId == null || g.ExerciseId == exercise).ToListAsync(ct);
        var placements = await db.AgencyPlacements.Where(p => p.ExerciseId == null || p.ExerciseId == exercise).ToListAsync(ct);
        if (exercise is not null)
        {
            var own = nodes.Where(n => n.ExerciseId is not null).Select(n => n.Code).ToHashSet();
            nodes.RemoveAll(n => n.ExerciseId is null && own.Contains(n.Code));
            grants.RemoveAll(g => g.ExerciseId is null && own.Contains(g.Jurisdiction));
        }
        return new(nodes, grants, placements, package.Section<AuthorityRules>("authority"), at);
    }
}
