using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders.Many;

/// <summary>
/// One order to many recipients. Each has an order of its own, with its own acknowledgement, clocks, alternate and superior; they go out, are replaced and are
/// taken back in one act, all or none. How far they are is counted from them and kept nowhere.
/// </summary>
internal sealed class OrderGroup
{
    private static readonly string[] ForAll = ["copyTo", "dueAt", "expiresAt"];

    private OrderGroup() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public OrderKind Kind { get; private set; }
    public string FromAgency { get; private set; } = "";
    public DateTimeOffset IssuedAt { get; private set; }
    /// <summary>Why it was taken back or replaced, or null.</summary>
    public OrderReason? Reason { get; private set; }
    /// <summary>Group that replaces it, or null.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Writes and issues an order for each recipient. The first that cannot be ordered stops them all, and is named.</summary>
    public static (OrderGroup?, IReadOnlyList<Order>, Refusal?) Issue(
        Guid id, Guid? exercise, Guid incident, string from, IReadOnlyList<(OrderTask Task, MeasureGround Ground)> asked, DateTimeOffset now)
    {
        var orders = new List<Order>();
        for (var i = 0; i < asked.Count; i++)
        {
            var (task, ground) = asked[i];
            if (asked.Take(i).Any(a => IsSame(a.Task, task)))
                return (null, [], Refusal.Invalid($"/order/to/{i}", "recipient-twice", "Each recipient is named once: it has one order."));
            if (task.Fault(now, $"/order/to/{i}") is { } fault) return (null, [], InItsPlace(fault));
            var (order, refusal) = Order.Draft(Guid.CreateVersion7(), exercise, incident, null, from, task, ground, now);
            if ((refusal ?? order!.IssueIn(id, now)) is { } no) return (null, [], no with { Pointer = $"/order/to/{i}" });
            orders.Add(order!);
        }
        return (new() { Id = id, ExerciseId = exercise, IncidentId = incident, Kind = asked[0].Task.Kind, FromAgency = from, IssuedAt = now }, orders, null);
    }

    /// <summary>Takes back every order that is not done or over yet, and says which.</summary>
    public (IReadOnlyList<Order>, Refusal?) Cancel(IEnumerable<Order> orders, OrderReason reason) => TakeBack(orders, reason, o => o.Cancel(reason));

    /// <summary>Replaces every order that is not done or over yet by the new one for the same recipient; who is not asked any more has his taken back.</summary>
    public (IReadOnlyList<Order>, Refusal?) Supersede(IEnumerable<Order> orders, Guid successor, IReadOnlyList<Order> next, OrderReason reason)
    {
        var (open, refusal) = TakeBack(orders, reason, o => next.FirstOrDefault(n => IsSame(n.Task, o.Task)) is { } by ? o.Supersede(by.Id, reason) : o.Cancel(reason));
        if (refusal is null) SuccessorId = successor;
        return (open, refusal);
    }

    private (IReadOnlyList<Order>, Refusal?) TakeBack(IEnumerable<Order> orders, OrderReason reason, Func<Order, Refusal?> how)
    {
        var open = orders.Where(o => !o.IsFinal && o.State != OrderState.Completed).ToList();
        if (open.Count == 0) return ([], new Refusal("group-over", "Every order of it is done, was declined or was taken back."));
        // The table lets every order that is not over be taken back, so none of them refuses.
        foreach (var order in open)
            if (how(order) is { } no) return ([], no);
        Reason = reason;
        Version++;
        return (open, null);
    }

    private static bool IsSame(OrderTask a, OrderTask b) => (a.ToAgency, a.AddresseeKind, a.Addressee) == (b.ToAgency, b.AddresseeKind, b.Addressee);

    /// <summary>What holds for all recipients stands beside them in the body, and not in each.</summary>
    private static Refusal InItsPlace(Refusal fault) =>
        fault.Pointer?.Split('/')[^1] is { } member && ForAll.Contains(member) ? fault with { Pointer = $"/order/{member}" } : fault;
}
