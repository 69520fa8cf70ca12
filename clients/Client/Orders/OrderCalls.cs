using Coordination.Client.Calls;
using Coordination.Contracts.Events;

namespace Coordination.Client.Orders;

/// <summary>Orders: who issues them, and who is asked and answers. A decision names the version that it was made on; what only adds (acknowledge, progress) names none.</summary>
public sealed class OrderCalls
{
    private const string All = "/v1/orders";
    private readonly RegionCalls calls;

    internal OrderCalls(RegionCalls calls) => this.calls = calls;

    /// <summary>Orders something, at once.</summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="task">What is to be done, and by whom.</param>
    /// <param name="key">An own <c>Idempotency-Key</c>; null for one that is made here.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Order> IssueAsync(Guid incidentId, OrderTask task, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<Order>(All, new NewOrder(incidentId, task), version: null, key, ct);

    /// <summary>Writes an order without issuing it.</summary>
    public Task<Order> DraftAsync(Guid incidentId, OrderTask task, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<Order>(All, new NewOrder(incidentId, task, Draft: true), version: null, key, ct);

    /// <summary>Issues a draft.</summary>
    public Task<Order> IssueAsync(Order order, CancellationToken ct = default) => DecideAsync(order, "issue", null, ct);

    /// <summary>One order.</summary>
    public Task<Order> GetAsync(Guid id, CancellationToken ct = default) => calls.GetAsync<Order>($"{All}/{id}", ct);

    /// <summary>Orders, oldest first.</summary>
    /// <param name="incident">Only of this incident; null for all.</param>
    /// <param name="state">Only in this state; null for all.</param>
    /// <param name="activation">Only of this activation of a plan; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public IAsyncEnumerable<Order> ListAsync(Guid? incident = null, OrderState? state = null, Guid? activation = null, CancellationToken ct = default) =>
        calls.PagesAsync<Order>(Query.With(All, ("incident", incident), ("state", state), ("activation", activation)), ct);

    /// <summary>The addressee has it before it; its time to acknowledge begins.</summary>
    /// <param name="id">The order.</param>
    /// <param name="occurredAt">When, if not now.</param>
    /// <param name="key">An own <c>Idempotency-Key</c>; null for one that is made here.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Order> DeliverAsync(Guid id, DateTimeOffset? occurredAt = null, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<Order>($"{All}/{id}/deliver", new { occurredAt }, version: null, key, ct);

    /// <summary>The agency that is asked has read it.</summary>
    /// <param name="id">The order.</param>
    /// <param name="occurredAt">When, if not now.</param>
    /// <param name="key">An own <c>Idempotency-Key</c>; null for one that is made here.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Order> AcknowledgeAsync(Guid id, DateTimeOffset? occurredAt = null, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<Order>($"{All}/{id}/acknowledge", new { occurredAt }, version: null, key, ct);

    /// <summary>The agency that is asked will carry it out.</summary>
    public Task<Order> AcceptAsync(Order order, CancellationToken ct = default) => DecideAsync(order, "accept", null, ct);

    /// <summary>The agency that is asked cannot carry it out; the next in line is asked.</summary>
    public Task<Order> DeclineAsync(Order order, OrderReason reason, CancellationToken ct = default) => DecideAsync(order, "decline", new { reason }, ct);

    /// <summary>The work begins.</summary>
    public Task<Order> StartAsync(Order order, CancellationToken ct = default) => DecideAsync(order, "start", null, ct);

    /// <summary>How far the work is.</summary>
    public Task<Order> ReportProgressAsync(Guid id, int percent, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<Order>($"{All}/{id}/progress", new { percent }, version: null, key, ct);

    /// <summary>It was carried out.</summary>
    /// <param name="order">The order as it was read.</param>
    /// <param name="occurredAt">When, if not now.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Order> CompleteAsync(Order order, DateTimeOffset? occurredAt = null, CancellationToken ct = default) => DecideAsync(order, "complete", new { occurredAt }, ct);

    /// <summary>The ordering agency takes it back.</summary>
    public Task<Order> CancelAsync(Order order, OrderReason reason, CancellationToken ct = default) => DecideAsync(order, "cancel", new { reason }, ct);

    private Task<Order> DecideAsync(Order order, string verb, object? body, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        return calls.PostAsync<Order>($"{All}/{order.Id}/{verb}", body, order.Version, key: null, ct);
    }
}
