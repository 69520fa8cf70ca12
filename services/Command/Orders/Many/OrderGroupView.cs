using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders.Many;

/// <summary>One order to many, how far it is, and each of its orders.</summary>
public sealed record OrderGroupView(
    Guid Id, int Version, Guid? ExerciseId, Guid IncidentId, OrderKind Kind, string FromAgency, DateTimeOffset IssuedAt, OrderReason? Reason, Guid? SuccessorId,
    OrderRollUp RollUp, IReadOnlyList<OrderView> Orders) : IVersioned
{
    internal static OrderGroupView Of(OrderGroup g, IReadOnlyCollection<Order> orders) => new(
        g.Id, g.Version, g.ExerciseId, g.IncidentId, g.Kind, g.FromAgency, g.IssuedAt, g.Reason, g.SuccessorId, OrderRollUp.Of(orders),
        [.. orders.OrderBy(o => o.Task.ToAgency, StringComparer.Ordinal).ThenBy(o => o.Task.Addressee, StringComparer.Ordinal).Select(OrderView.Of)]);
}

/// <summary>How far the orders of a group are: each is counted in one of five, so that they add up.</summary>
/// <param name="Orders">How many there are.</param>
/// <param name="Unanswered">Not acknowledged yet.</param>
/// <param name="UnderWay">Acknowledged, and neither done nor given up.</param>
/// <param name="Done">Carried out, by their word or verified.</param>
/// <param name="NotDone">Declined or failed.</param>
/// <param name="TakenBack">Cancelled or replaced.</param>
/// <param name="Escalated">Of those not acknowledged: how many went on to an alternate or superior.</param>
public sealed record OrderRollUp(int Orders, int Unanswered, int UnderWay, int Done, int NotDone, int TakenBack, int Escalated)
{
    internal static OrderRollUp Of(IReadOnlyCollection<Order> orders)
    {
        return new(
            orders.Count, Count(OrderState.Drafted, OrderState.Issued, OrderState.Delivered),
            Count(OrderState.Acknowledged, OrderState.ClarificationAsked, OrderState.Accepted, OrderState.InProgress, OrderState.Blocked),
            Count(OrderState.Completed, OrderState.Verified), Count(OrderState.Declined, OrderState.Failed), Count(OrderState.Cancelled, OrderState.Superseded),
            orders.Count(o => o.Escalation != OrderEscalation.None && (o.State is OrderState.Issued or OrderState.Delivered)));

        int Count(params OrderState[] states) => orders.Count(o => states.Contains(o.State));
    }
}
