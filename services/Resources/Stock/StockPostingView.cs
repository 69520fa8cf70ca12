using Coordination.Contracts.Events;

namespace Coordination.Resources.Stock;

/// <summary>One line of a lot's ledger.</summary>
/// <param name="Id">The line.</param>
/// <param name="MovementId">The movement; its two lines cancel out.</param>
/// <param name="Movement">What happened.</param>
/// <param name="Account">The account.</param>
/// <param name="Quantity">What the account gains; negative for what it loses.</param>
/// <param name="FillId">The fill it moved for.</param>
/// <param name="OccurredAt">When.</param>
public sealed record StockPostingView(
    Guid Id, Guid MovementId, StockMovement Movement, StockAccount Account, int Quantity, Guid? FillId, DateTimeOffset OccurredAt);
