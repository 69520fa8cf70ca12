using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Stock;

/// <summary>A lot as its owner sees it.</summary>
/// <param name="Id">The lot.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="State">State.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="UnitOfMeasure">What is counted.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Depot">Where it lies, or who holds it under agreement.</param>
/// <param name="OnHand">Free, held and picked together.</param>
/// <param name="Free">May be leased.</param>
/// <param name="Held">Leased.</param>
/// <param name="Picked">Made ready to leave.</param>
/// <param name="Issued">Left, and did not come back.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="ExpiresAt">When it expires, or null.</param>
/// <param name="Latitude">Of the depot, in degrees (WGS 84), or null.</param>
/// <param name="Longitude">Likewise.</param>
public sealed record StockLotView(
    Guid Id, int Version, LotState State, string TypeCode, string UnitOfMeasure, StockSource Source, string? Depot, int OnHand, int Free, int Held, int Picked,
    int Issued, DateTimeOffset ReceivedAt, DateTimeOffset? ExpiresAt, double? Latitude, double? Longitude) : IVersioned
{
    internal static StockLotView Of(StockLot l) => new(
        l.Id, l.Version, l.State, l.TypeCode, l.UnitOfMeasure, l.Source, l.Depot, l.OnHand, l.Free, l.Held, l.Picked, l.Issued, l.ReceivedAt, l.ExpiresAt, l.Latitude, l.Longitude);
}
