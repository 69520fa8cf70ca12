using Coordination.Client.Calls;
using Coordination.Client.Events;
using Coordination.Client.Incidents;
using Coordination.Client.Orders;
using Coordination.Client.Reports;
using Coordination.Client.Requests;
using Coordination.Client.Tokens;

namespace Coordination.Client;

/// <summary>
/// A region, as a system of an agency works with it. What may pass is waited out and repeated under the same key, so every call has its effect once;
/// what is refused comes as a <see cref="ProblemException"/>. It may be used from several threads.
/// </summary>
public sealed class CoordinationClient
{
    private readonly HttpClient http;
    private readonly ITokenSource? tokens;
    private readonly ClientOptions options;

    /// <summary>A client of the region at the address of <paramref name="http"/>.</summary>
    /// <param name="http">Has the region's address as its <c>BaseAddress</c>; it stays the caller's, who also disposes it.</param>
    /// <param name="tokens">Where tokens come from; null for what anyone may do.</param>
    /// <param name="options">How it waits and repeats.</param>
    public CoordinationClient(HttpClient http, ITokenSource? tokens = null, ClientOptions? options = null) : this(http, tokens, options ?? new(), exercise: null) { }

    private CoordinationClient(HttpClient http, ITokenSource? tokens, ClientOptions options, Guid? exercise)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is null) throw new ArgumentException("The region's address is missing: set BaseAddress.", nameof(http));
        (this.http, this.tokens, this.options) = (http, tokens, options);
        var calls = new RegionCalls(http, tokens, options, exercise);
        Reports = new(calls);
        Incidents = new(calls);
        Orders = new(calls);
        Requests = new(calls);
        Events = new(calls);
    }

    /// <summary>What is reported.</summary>
    public ReportCalls Reports { get; }

    /// <summary>What happens.</summary>
    public IncidentCalls Incidents { get; }

    /// <summary>Who is to do what.</summary>
    public OrderCalls Orders { get; }

    /// <summary>Who needs what.</summary>
    public RequestCalls Requests { get; }

    /// <summary>What the region's log says.</summary>
    public EventCalls Events { get; }

    /// <summary>The same region within an exercise: nothing that it does touches the real thing.</summary>
    public CoordinationClient In(Guid exercise) => new(http, tokens, options, exercise);
}
