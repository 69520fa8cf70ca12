using Coordination.Contracts.Events;

namespace Coordination.Resources.Fills;

/// <summary>One fill in both books.</summary>
/// <param name="Id">The fill.</param>
/// <param name="Requester">State in the requester's book.</param>
/// <param name="Supplier">State in the supplier's book now.</param>
/// <param name="Agree">True when both say the same; otherwise a step of one party is still on its way to the other.</param>
/// <param name="Reservation">Whether the supplier has it leased; null when nothing is.</param>
/// <param name="Quantity">How many in the supplier's book.</param>
/// <param name="ValidUntil">Until when offer and lease hold.</param>
/// <param name="CommittedAt">When the supplier committed it.</param>
/// <param name="Eta">Arrival as the supplier expects it.</param>
public sealed record BooksView(
    Guid Id, FillState Requester, FillState Supplier, bool Agree, ReservationState? Reservation, int Quantity, DateTimeOffset? ValidUntil, DateTimeOffset? CommittedAt, DateTimeOffset? Eta);
