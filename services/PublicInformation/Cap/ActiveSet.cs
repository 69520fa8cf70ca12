using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// Finds what is in force at a place by an index of cells and codes that holds only what has not run out: how much is stored does not matter, only how much is in force there.
/// </summary>
internal static class ActiveSet
{
    internal const int Most = 200, MostLookedAt = 1000;

    /// <param name="codes">The package's system of area codes.</param>
    internal static async Task<IReadOnlyList<CapHit>> FindAsync(PublicInformationDb db, CapWhere where, string codes, Guid? exercise, DateTimeOffset now, CancellationToken ct)
    {
        var areas = where.Area is { } area ? AreaKeys.At(area, codes).Select(k => CapPlace.KeyOf(exercise, k)).ToHashSet(StringComparer.Ordinal) : [];
        var cells = where is { Latitude: { } lat, Longitude: { } lon } ? CapCells.At(lat, lon).Select(k => CapPlace.KeyOf(exercise, k)).ToList() : [];
        List<string> keys = [.. areas, .. cells];
        var places = await db.CapPlaces.AsNoTracking().Where(p => keys.Contains(p.Key) && p.EndsAt > now && p.StartsAt <= now)
            .OrderByDescending(p => p.EndsAt).Take(MostLookedAt).Select(p => new { p.MessageId, p.Key }).ToListAsync(ct);
        var coded = places.Where(p => areas.Contains(p.Key)).Select(p => p.MessageId).ToHashSet();
        List<Guid> ids = [.. places.Select(p => p.MessageId).Distinct()];
        var messages = await db.CapMessages.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        return [.. messages.Where(m => m.IsShown && Supersession.StateAt(m, now) == CapState.Active).Select(m => new CapHit(m, [.. Why(m, where, coded)])).Where(h => h.Why.Count > 0)
            .OrderByDescending(h => h.Message.Sent).ThenBy(h => h.Message.Id).Take(Most)];
    }

    /// <summary>All that is in force, the newest first; with cancellations, which a feed tells of until they run out.</summary>
    internal static async Task<IReadOnlyList<CapHit>> AllAsync(PublicInformationDb db, Guid? exercise, DateTimeOffset now, bool withCancels, CancellationToken ct)
    {
        var messages = await db.CapMessages.AsNoTracking()
            .Where(m => m.ExerciseId == exercise && m.EndsAt > now && m.StartsAt <= now && m.IsShown && (withCancels || m.MessageType != CapMessageType.Cancel))
            .OrderByDescending(m => m.Sent).ThenBy(m => m.Id).Take(Most).ToListAsync(ct);
        return [.. messages.Select(m => new CapHit(m, []))];
    }

    private static IEnumerable<CapReason> Why(CapMessage message, CapWhere where, HashSet<Guid> coded)
    {
        if (coded.Contains(message.Id)) yield return CapReason.AreaCode;
        if (where is not { Latitude: { } lat, Longitude: { } lon }) yield break;
        var hit = CapShapeBytes.Read(message.Shapes).Where(s => s.Holds(lat, lon)).Select(s => s.RadiusKm is null).ToHashSet();
        if (hit.Contains(true)) yield return CapReason.Polygon;
        if (hit.Contains(false)) yield return CapReason.Circle;
    }
}
