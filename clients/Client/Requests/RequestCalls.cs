using Coordination.Client.Calls;
using Coordination.Contracts.Events;

namespace Coordination.Client.Requests;

/// <summary>Requests for resources, in the book of the agency that requests. A step names the version of the request that it was decided on.</summary>
public sealed class RequestCalls
{
    private readonly RegionCalls calls;

    internal RequestCalls(RegionCalls calls) => this.calls = calls;

    /// <summary>Writes a request.</summary>
    /// <param name="agency">The agency that requests.</param>
    /// <param name="request">What is needed.</param>
    /// <param name="key">An own <c>Idempotency-Key</c>; null for one that is made here.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<ResourceRequest> DraftAsync(string agency, NewRequest request, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<ResourceRequest>(All(agency), request, version: null, key, ct);

    /// <summary>One request.</summary>
    public Task<ResourceRequest> GetAsync(string agency, Guid id, CancellationToken ct = default) => calls.GetAsync<ResourceRequest>($"{All(agency)}/{id}", ct);

    /// <summary>The agency's requests, oldest first.</summary>
    /// <param name="agency">The agency that requests.</param>
    /// <param name="incidentId">Only of this incident; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public IAsyncEnumerable<ResourceRequest> ListAsync(string agency, Guid? incidentId = null, CancellationToken ct = default) =>
        calls.PagesAsync<ResourceRequest>(Query.With(All(agency), ("incidentId", incidentId)), ct);

    /// <summary>Hands a draft to its reviewer.</summary>
    public Task<ResourceRequest> SubmitAsync(ResourceRequest request, CancellationToken ct = default) => DecideAsync(request, "submit", null, ct);

    /// <summary>The reviewer approves a line, or part of it.</summary>
    public Task<ResourceRequest> ApproveAsync(ResourceRequest request, int line, int quantity, CancellationToken ct = default) =>
        DecideAsync(request, $"lines/{line}/approve", new { quantity }, ct);

    /// <summary>The reviewer denies a line.</summary>
    public Task<ResourceRequest> DenyAsync(ResourceRequest request, int line, CancellationToken ct = default) => DecideAsync(request, $"lines/{line}/deny", null, ct);

    /// <summary>Asks an agency for an approved line.</summary>
    /// <param name="request">The request as it was read.</param>
    /// <param name="line">Number of the line.</param>
    /// <param name="ask">Who is asked for how many.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<ResourceRequest> AskAsync(ResourceRequest request, int line, LineRequest ask, CancellationToken ct = default) => DecideAsync(request, $"lines/{line}/ask", ask, ct);

    /// <summary>Nothing of a line is needed any more.</summary>
    public Task<ResourceRequest> CancelAsync(ResourceRequest request, int line, FillReason reason, CancellationToken ct = default) =>
        DecideAsync(request, $"lines/{line}/cancel", new { reason }, ct);

    private Task<ResourceRequest> DecideAsync(ResourceRequest request, string step, object? body, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return calls.PostAsync<ResourceRequest>($"{All(request.Agency)}/{request.Id}/{step}", body, request.Version, key: null, ct);
    }

    private static string All(string agency) => $"/v1/agencies/{Uri.EscapeDataString(agency)}/requests";
}
