using Coordination.Contracts.Events;
using Coordination.Resources.Fills;
using Coordination.Resources.Stock;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;
using Coordination.Resources.Units;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Recommendations;

/// <summary>What an agency has that could go now: units that are available and not leased, and what lies free in its depots.</summary>
internal sealed class OwnCandidates(ResourcesDb db, string agency, Guid? exercise)
{
    internal async Task<IReadOnlyList<Candidate>> OfAsync(IReadOnlyList<ResourceType> types, Func<GeoPoint, double, Way>? way, CancellationToken ct)
    {
        var codes = types.Select(t => t.Code).ToList();
        var units = await db.Units.AsNoTracking().Where(u => u.Agency == agency && u.ExerciseId == exercise && codes.Contains(u.TypeCode)
            && u.State == UnitState.Available && u.FillId == null).ToListAsync(ct);
        var lots = await db.Lots.AsNoTracking().Where(l => l.Agency == agency && l.ExerciseId == exercise && codes.Contains(l.TypeCode) && l.Free > 0
            && (l.State == LotState.Usable || l.State == LotState.NearExpiry)).ToListAsync(ct);
        return [.. types.SelectMany(t => Units(units.Where(u => u.TypeCode == t.Code), t, way).Concat(Depots(lots.Where(l => l.TypeCode == t.Code), t, way)))];
    }

    /// <summary>A base is where units of a type stand together; those without a place share one that nobody knows.</summary>
    internal static IEnumerable<Candidate> Units(IEnumerable<Unit> units, ResourceType type, Func<GeoPoint, double, Way>? way) =>
        from u in units
        group u by GeoPoint.Of(u.Latitude, u.Longitude) into there
        let ready = there.Sum(u => (long)u.Strength)
        let go = there.Key is { } start ? way?.Invoke(start, type.SpeedKilometresPerHour) : null
        from u in there
        select new Candidate(u.CallSign, u.TypeCode, u.Strength)
        {
            UnitId = u.Id,
            Minutes = go?.Minutes,
            IsByRoad = go?.IsByRoad ?? false,
            Rank = u.Rank,
            Base = there,
            Ready = ready,
            HourlyCostMinor = u.HourlyCostMinor,
            Currency = u.Currency,
        };

    /// <summary>Lots of one depot leave together, and lots of no named one by their place; what expires first before the others; one lot that says where the depot stands says it for all.</summary>
    internal static IEnumerable<Candidate> Depots(IEnumerable<StockLot> lots, ResourceType type, Func<GeoPoint, double, Way>? way) =>
        from l in lots
        group l by (l.Depot ?? "", l.Depot is null ? GeoPoint.Of(l.Latitude, l.Longitude) : null) into depot
        let free = (int)Math.Min(int.MaxValue, depot.Sum(l => (long)l.Free))
        let place = depot.OrderByDescending(l => l.ReceivedAt).Select(l => GeoPoint.Of(l.Latitude, l.Longitude)).FirstOrDefault(p => p is not null)
        let go = place is { } start ? way?.Invoke(start, type.SpeedKilometresPerHour) : null
        select new Candidate(depot.Key.Item1, type.Code, free)
        {
            Lots = FirstExpired.Choose(depot, free).Picks,
            Minutes = go?.Minutes,
            IsByRoad = go?.IsByRoad ?? false,
            ExpiresAt = depot.Min(l => l.ExpiresAt),
        };
}
