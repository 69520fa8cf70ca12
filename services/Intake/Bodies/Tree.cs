using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Bodies;

/// <summary>Who keeps the duty of an area, as far as Command has said so.</summary>
internal sealed class Tree(IntakeDb db, Call call)
{
    private const int Deepest = 12;

    /// <summary>The duty body of the area or, where it has none, of the nearest jurisdiction above it; null when none is known.</summary>
    internal async Task<string?> DutyBodyOfAsync(string areaCode, CancellationToken ct)
    {
        var node = await NodeOfAsync(areaCode, ct);
        for (var step = 0; node is not null && step < Deepest; step++)
        {
            if (await BodyAsync(node.Code, ct) is { } agency) return agency;
            node = node.Parent is { } parent ? await NodeAsync(parent, ct) : null;
        }
        return null;
    }

    /// <summary>The duty body of the jurisdiction of that tier in which the area lies, or null.</summary>
    internal async Task<string?> DutyBodyAboveAsync(string areaCode, JurisdictionTier tier, CancellationToken ct)
    {
        var node = await NodeOfAsync(areaCode, ct);
        for (var step = 0; node is not null && node.Tier != tier && step < Deepest; step++)
            node = node.Parent is { } parent ? await NodeAsync(parent, ct) : null;
        return node is { } found && found.Tier == tier ? await BodyAsync(found.Code, ct) : null;
    }

    /// <summary>
    /// The one area of the tree that these codes name, each itself or by the county that its first six digits name; null when none does, or several do. What the
    /// tree does not know of a code is left off: it may be the number of a person.
    /// </summary>
    internal async Task<string?> OnlyKnownAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
            if ((await NodeAsync(code, ct) ?? (code.Length > 6 ? await NodeAsync(code[..6], ct) : null)) is { } node) known.Add(node.Code);
        return known.Count == 1 ? known.Single() : null;
    }

    /// <summary>The tier of the place that the agency has in the tree, or of the jurisdiction whose duty it keeps; null when neither is known.</summary>
    internal async Task<JurisdictionTier?> TierOfAsync(string agency, CancellationToken ct)
    {
        var place = await db.AgencyPlaces.AsNoTracking()
            .Where(p => p.Agency == agency && p.ValidFrom <= call.Now && (p.ExerciseId == null || p.ExerciseId == call.Exercise))
            .OrderByDescending(p => p.ValidFrom).Select(p => p.Jurisdiction).FirstOrDefaultAsync(ct);
        place ??= await db.DutyBodies.AsNoTracking()
            .Where(b => b.Agency == agency && b.ValidFrom <= call.Now && (b.ValidTo == null || b.ValidTo > call.Now)
                && (b.ExerciseId == null || b.ExerciseId == call.Exercise))
            .OrderByDescending(b => b.ValidFrom).Select(b => b.Jurisdiction).FirstOrDefaultAsync(ct);
        return place is null ? null : (await NodeAsync(place, ct))?.Tier;
    }

    /// <summary>An area below the tree's leaves belongs to the leaf whose code its own begins with (GB/T 2260: 2, 4 and 6 digits).</summary>
    private async Task<TreeNode?> NodeOfAsync(string areaCode, CancellationToken ct)
    {
        for (var length = areaCode.Length; length >= 2; length--)
            if (await NodeAsync(areaCode[..length].PadRight(Math.Min(6, areaCode.Length), '0'), ct) is { } node) return node;
        return null;
    }

    private Task<TreeNode?> NodeAsync(string code, CancellationToken ct) => db.TreeNodes.AsNoTracking()
        .Where(n => n.Code == code && n.ValidFrom <= call.Now && (n.ExerciseId == null || n.ExerciseId == call.Exercise))
        .OrderByDescending(n => n.ValidFrom).FirstOrDefaultAsync(ct);

    private Task<string?> BodyAsync(string code, CancellationToken ct) => db.DutyBodies.AsNoTracking()
        .Where(b => b.Jurisdiction == code && b.ValidFrom <= call.Now && (b.ValidTo == null || b.ValidTo > call.Now)
            && (b.ExerciseId == null || b.ExerciseId == call.Exercise))
        .OrderByDescending(b => b.ValidFrom).Select(b => (string?)b.Agency).FirstOrDefaultAsync(ct);
}
