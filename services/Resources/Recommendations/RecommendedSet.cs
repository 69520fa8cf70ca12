using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Recommendations;

/// <summary>What could go together, and why.</summary>
/// <param name="Aims">What it is the best for.</param>
/// <param name="Quantity">How many it brings; a unit goes whole and may bring more than is needed.</param>
/// <param name="Shortage">How many are missing.</param>
/// <param name="LastArrivalMinutes">From now until the last is there, if it leaves now; null where no way is known.</param>
/// <param name="IsInTime">Whether that is before the need-by time; null where either is unknown.</param>
/// <param name="Weight">What it weighs, in minutes of travel: lighter is better.</param>
/// <param name="GapPercent">By how much it may be heavier than the lightest set of its aim; 0 where it is proven to be that.</param>
/// <param name="Resources">First to arrive first.</param>
public sealed record RecommendedSet(
    IReadOnlyList<RecommendationAim> Aims, int Quantity, int Shortage, double? LastArrivalMinutes, bool? IsInTime, double Weight, double GapPercent,
    IReadOnlyList<RecommendedResource> Resources)
{
    internal static RecommendedSet Of(IReadOnlyList<RecommendationAim> aims, IReadOnlyList<Candidate> chosen, Need need, Weights weights, double gapPercent)
    {
        var (left, going) = (need.Quantity, new List<(Candidate Candidate, int Quantity)>());
        foreach (var c in chosen.OrderBy(weights.Minutes).ThenBy(weights.Balanced).ThenBy(c => c.Name, StringComparer.Ordinal))
        {
            // Of goods no more leaves than is needed; the last depot gives the rest.
            var taken = c.UnitId is null ? Math.Min(c.Quantity, Math.Max(0, left)) : c.Quantity;
            left -= taken;
            if (taken > 0) going.Add((c, taken));
        }
        var leaving = going.GroupBy(g => g.Candidate.Base).ToDictionary(g => g.Key, g => g.Sum(x => (long)x.Quantity));
        double? last = going.Count > 0 && going.TrueForAll(g => g.Candidate.Minutes is not null) ? going.Max(g => g.Candidate.Minutes) : null;
        return new(aims, going.Sum(g => g.Quantity), Math.Max(0, left), last is { } l ? Math.Round(l, 1) : null, InTime(going, last, need),
            Math.Round(chosen.Sum(weights.Balanced), 1), Math.Round(gapPercent, 1), [.. going.Select(g => RecommendedResource.Of(g.Candidate, g.Quantity, Left(g.Candidate), need, weights))]);

        int Left(Candidate c) => (int)((c.Ready - leaving[c.Base]) * 100 / Math.Max(1, c.Ready));
    }

    /// <summary>One that is known to be late makes all of it late; where a way is unknown, nobody knows.</summary>
    private static bool? InTime(List<(Candidate Candidate, int Quantity)> going, double? last, Need need) =>
        going.Exists(g => g.Candidate.Minutes > need.WithinMinutes) ? false : last is not null && need.WithinMinutes is not null ? true : null;
}

/// <summary>One unit or depot of a set.</summary>
/// <param name="UnitId">The unit, or null.</param>
/// <param name="Lots">Of a depot: how many of which lot, what expires first before the others.</param>
/// <param name="Name">Call sign, or the depot's name.</param>
/// <param name="TypeCode">Its type.</param>
/// <param name="Quantity">How many it gives.</param>
/// <param name="TravelMinutes">Its way, or null where that is unknown.</param>
/// <param name="IsByRoad">Along the region's roads; otherwise estimated by distance.</param>
/// <param name="Rank">Of a unit.</param>
/// <param name="CoverLeftPercent">What is left of its type at its base or depot once the whole set has gone, 0 to 100.</param>
/// <param name="HourlyCostMinor">What an hour of it costs, in minor units, where its owner said so.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Reasons">What speaks for and against it.</param>
public sealed record RecommendedResource(
    Guid? UnitId, IReadOnlyList<RecommendedLot> Lots, string Name, string TypeCode, int Quantity, double? TravelMinutes, bool IsByRoad, CallUpRank? Rank,
    int CoverLeftPercent, long? HourlyCostMinor, string? Currency, IReadOnlyList<RecommendationReason> Reasons)
{
    internal static RecommendedResource Of(Candidate c, int quantity, int coverLeftPercent, Need need, Weights weights) => new(
        c.UnitId, LotsOf(c.Lots, quantity), c.Name, c.TypeCode, quantity, c.Minutes is { } m ? Math.Round(m, 1) : null, c.IsByRoad, c.Rank, coverLeftPercent,
        c.HourlyCostMinor, c.Currency, [.. Why(c, coverLeftPercent, need, weights)]);

    private static IReadOnlyList<RecommendedLot> LotsOf(IReadOnlyList<StockPick> lots, int quantity)
    {
        var parts = new List<RecommendedLot>();
        foreach (var lot in lots.TakeWhile(_ => quantity > 0))
        {
            parts.Add(new(lot.LotId, Math.Min(lot.Quantity, quantity)));
            quantity -= parts[^1].Quantity;
        }
        return parts;
    }

    private static IEnumerable<RecommendationReason> Why(Candidate c, int coverLeftPercent, Need need, Weights weights)
    {
        if (c.Minutes is not null && c.Minutes == weights.Nearest) yield return RecommendationReason.Nearest;
        if (c.Minutes is null) yield return RecommendationReason.WayUnknown;
        if (c.Minutes > need.WithinMinutes) yield return RecommendationReason.AfterNeedBy;
        if (c.Rank is CallUpRank.Primary) yield return RecommendationReason.PrimaryTeam;
        if (c.TypeCode != need.TypeCode) yield return RecommendationReason.ComesInstead;
        if (coverLeftPercent == 0) yield return RecommendationReason.LeavesNothing;
        if (c.ExpiresAt is not null) yield return RecommendationReason.ExpiresFirst;
    }
}

/// <summary>A part of a lot.</summary>
public sealed record RecommendedLot(Guid LotId, int Quantity);

/// <summary>What a set is the best for.</summary>
public enum RecommendationAim
{
    /// <summary>Way, rank, what is left behind and cost together.</summary>
    Balanced,
    /// <summary>The last of it is there as early as can be.</summary>
    Fastest,
    /// <summary>What is left behind counts most.</summary>
    SparesCover,
}

/// <summary>What speaks for or against something that could go.</summary>
public enum RecommendationReason
{
    /// <summary>Nothing else has a shorter way.</summary>
    Nearest,
    /// <summary>Nobody said where it stands, or where to go.</summary>
    WayUnknown,
    /// <summary>It is there after the need-by time.</summary>
    AfterNeedBy,
    /// <summary>A primary team.</summary>
    PrimaryTeam,
    /// <summary>Another type than asked for, which the package lists as able to come instead.</summary>
    ComesInstead,
    /// <summary>Nothing of its type stays at its base or depot.</summary>
    LeavesNothing,
    /// <summary>Part of it expires, and leaves before the rest.</summary>
    ExpiresFirst,
}
