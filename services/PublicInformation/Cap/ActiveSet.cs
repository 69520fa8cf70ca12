using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// Finds what is in force at a place by an index of cells and codes that holds only what has not run out: how much is stored does not matter, only how much is in force there.
/// </summary>
internal static class ActiveSet
{
    internal const int MostLookedAt = 1000;

    /// <param name="codes">The package's system of area codes.</param>
    internal static async Task<CapFound> FindAsync(PublicInformationDb db, CapWhere where, string codes, Guid? exercise, DateTimeOffset now, CancellationToken ct)
    {
        var areas = where.Area is { } area ? AreaKeys.At(area, codes).Select(k => CapPlace.KeyOf(exercise, k)).ToHashSet(StringComparer.Ordinal) : [];
        var cells = where is { Latitude: { } lat, Longitude: { } lon } ? CapCells.At(lat, lon).Select(k => CapPlace.KeyOf(exercise, k)).ToList() : [];
        List<string> keys = [.. areas, .. cells];
        var places = await db.CapPlaces.AsNoTracking().Where(p => keys.Contains(p.Key) && p.EndsAt > now && p.StartsAt <= now)
            .OrderByDescending(p => p.EndsAt).Take(MostLookedAt + 1).Select(p => new { p.MessageId, p.Key }).ToListAsync(ct);
        var coded = places.Where(p => areas.Contains(p.Key)).Select(p => p.MessageId).ToHashSet();
        List<Guid> ids = [.. places.Select(p => p.MessageId).Distinct()];
        var messages = await db.CapMessages.Through(exercise).AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        return await KeptAsync(db, CapFound.Of([.. messages.Where(m => Supersession.StateAt(m, now) == CapState.Active).Select(m => new CapHit(m, [.. Why(m, where, coded)])).Where(h => h.Why.Count > 0)],
            places.Count <= MostLookedAt), ct);
    }

    /// <summary>All that is in force; with cancellations, which a feed tells of until they run out.</summary>
    internal static async Task<CapFound> AllAsync(PublicInformationDb db, Guid? exercise, DateTimeOffset now, bool withCancels, CancellationToken ct)
    {
        var said = await db.CapMessages.Through(exercise).AsNoTracking()
            .Where(m => m.EndsAt > now && m.StartsAt <= now && (withCancels || m.MessageType != CapMessageType.Cancel))
            .OrderByDescending(m => m.Sent).ThenBy(m => m.Id).Take(MostLookedAt + 1).Select(m => new { m.Id, m.Infos }).ToListAsync(ct);
        // How grave it is stands in its words; the shapes of those that are left out are not read.
        List<Guid> ids = [.. said.Take(MostLookedAt).OrderBy(m => CapFound.Grade(m.Infos)).Take(CapFound.Most).Select(m => m.Id)];
        var messages = await db.CapMessages.Through(exercise).AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        return await KeptAsync(db, CapFound.Of([.. messages.Select(m => new CapHit(m, []))], said.Count <= CapFound.Most), ct);
    }

    private static async Task<CapFound> KeptAsync(PublicInformationDb db, CapFound found, CancellationToken ct)
    {
        var ids = found.Hits.Select(h => h.Message.ImportId).OfType<Guid>().Distinct().ToList();
        var kept = ids.Count == 0 ? [] : await db.CapImports.AsNoTracking().Where(i => ids.Contains(i.Id) && i.IsOpen && i.Original != null).Select(i => i.Id).ToListAsync(ct);
        return found.With(kept);
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
