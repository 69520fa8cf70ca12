using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Types;

namespace Coordination.Resources.Stock;

/// <summary>Goods come in or are counted: the lot, its two postings, its event, and the clocks that watch its age.</summary>
internal sealed class Receiving(ResourcesDb db, Clocks clocks, Call call)
{
    /// <summary>Takes a lot in, or refuses what has expired.</summary>
    public (StockLot? Lot, Refusal? Refusal) Take(
        string agency, ResourceType type, int quantity, StockSource source, string? depot, DateTimeOffset? expiresAt, double? latitude, double? longitude)
    {
        var near = expiresAt?.AddDays(-type.NearExpiryDays);
        var (lot, refusal) = StockLot.Receive(Guid.CreateVersion7(), call.Exercise, agency, type.Code, type.UnitOfMeasure, quantity, source,
            depot, expiresAt, near <= call.Now, call.Now, latitude, longitude);
        if (refusal is not null) return (null, refusal);
        db.Add(lot!);
        Post(lot!, StockMovement.Received, quantity);
        if (lot!.State == LotState.Usable && near is { } soon) clocks.Start("stock.near-expiry", lot.Id, lot.Id, call.Now, due: soon);
        if (expiresAt is { } end) clocks.Start("stock.expiry", lot.Id, lot.Id, call.Now, due: end);
        return (lot, null);
    }

    /// <summary>A count found so many free ones.</summary>
    public Refusal? Count(StockLot lot, int free)
    {
        var (difference, refusal) = lot.Count(free);
        if (refusal is null) Post(lot, StockMovement.Counted, difference);
        return refusal;
    }

    private void Post(StockLot lot, StockMovement movement, int quantity)
    {
        if (quantity != 0) db.AddRange(StockPosting.Pair(lot, movement, quantity, null, call.Now));
        db.Append(lot.Id, new StockMoved(lot.Id, lot.Agency, lot.TypeCode, movement, lot.Band, lot.State, lot.Source, null, call.Now));
    }
}
