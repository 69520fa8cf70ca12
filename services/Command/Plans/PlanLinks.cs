using Coordination.Command.Jurisdictions;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Plans;

/// <summary>The linkage check 衔接: a plan rests only on versions of other plans that hold.</summary>
internal static class PlanLinks
{
    /// <summary>Null when what is said of an event fits the plan, and the event as its operator filed it in the plan's world.</summary>
    public static async Task<Refusal?> RefuseEventAsync(this CommandDb db, Plan plan, PlanContent content, DateTimeOffset at, CancellationToken ct)
    {
        if (plan.Misfits(content.Event) is { } misfit) return misfit;
        if (content.Event is not { } said) return null;
        return said.Unfit(await db.KnownEvents.FindAsync([said.EventNoticeId], ct) is { } known && known.ExerciseId == plan.ExerciseId ? known : null, at);
    }

    /// <summary>Numbers of an event's posts, from 1, whose agency the tree does not know, where it places agencies at all.</summary>
    public static IReadOnlyList<int> UnplaceablePosts(PlanContent content, JurisdictionTree tree, string jurisdiction) =>
        !tree.PlacesAgencies(jurisdiction) ? [] : [.. (content.Event?.Posts ?? []).Select((p, i) => (p.Agency, Number: i + 1)).Where(p => !tree.Knows(p.Agency)).Select(p => p.Number)];

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
