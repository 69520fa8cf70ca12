using Coordination.Contracts.Events;

namespace Coordination.Command.Orders;

/// <summary>Why an order is declined, fails, is blocked or is taken back.</summary>
/// <param name="Reason">The reason.</param>
public sealed record OrderAnswer(OrderReason Reason);
