using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Plans;

/// <summary>The linkage check 衔接: a plan rests only on versions of other plans that hold.</summary>
internal static class PlanLinks
{
    public static async Task<IReadOnlyList<PlanReference>> BrokenAsync(PlanVersion version, CommandDb db, CancellationToken ct)
    {
        var broken = new List<PlanReference>();
        foreach (var reference in version.Content.References ?? [])
        {
            var target = await db.PlanVersions.AsNoTracking().FirstOrDefaultAsync(v => v.PlanId == reference.PlanId && v.Number == reference.Number, ct);
            if (target is not { Holds: true }) broken.Add(reference);
        }
        return broken;
    }
}
