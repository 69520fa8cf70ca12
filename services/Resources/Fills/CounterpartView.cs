using Coordination.Contracts.Events;

namespace Coordination.Resources.Fills;

/// <summary>What the other party of a fill may see of a supplier's book: how its offer, lease and commitment stand there, and nothing of how they are backed.</summary>
/// <param name="Id">The fill.</param>
/// <param name="SupplierAgency">Whose book this is.</param>
/// <param name="State">State there.</param>
/// <param name="Reservation">Whether it is leased there; null when nothing is.</param>
/// <param name="Quantity">How many.</param>
/// <param name="ValidUntil">Until when offer and lease hold.</param>
/// <param name="CommittedAt">When it was committed.</param>
/// <param name="Eta">Arrival as expected there.</param>
public sealed record CounterpartView(
    Guid Id, string SupplierAgency, FillState State, ReservationState? Reservation, int Quantity, DateTimeOffset? ValidUntil, DateTimeOffset? CommittedAt, DateTimeOffset? Eta)
{
    internal static CounterpartView Of(Fill f) => new(
        f.FillId, f.SupplierAgency, f.State, FillViews.Reservation(f.State, f.Response == RmResponse.Accept), f.Quantity, f.ValidUntil, f.CommittedAt, f.Eta);
}
