using Coordination.Platform;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Stock;

/// <summary>First expired, first out: what expires soonest leaves first; what does not expire leaves last, oldest first.</summary>
internal static class FirstExpired
{
    /// <summary>Chooses lots for a quantity, or refuses and says how many are free.</summary>
    public static (IReadOnlyList<StockPick> Picks, Refusal? Refusal) Choose(IEnumerable<StockLot> lots, int quantity)
    {
        var usable = lots.Where(l => l.IsUsable && l.Free > 0).OrderBy(l => l.ExpiresAt ?? DateTimeOffset.MaxValue).ThenBy(l => l.Id).ToList();
        var free = usable.Sum(l => (long)l.Free);
        if (free < quantity) return ([], new Refusal("insufficient-stock", $"{free} are free; offer at most that.", "/quantity"));
        var picks = new List<StockPick>();
        foreach (var lot in usable.TakeWhile(_ => quantity > 0))
        {
            var taken = Math.Min(lot.Free, quantity);
            picks.Add(new(lot.Id, taken));
            quantity -= taken;
        }
        return (picks, null);
    }
}
