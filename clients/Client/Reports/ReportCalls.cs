using Coordination.Client.Calls;
using Coordination.Contracts.Events;

namespace Coordination.Client.Reports;

/// <summary>Reports: sent by agencies, systems and people on the scene, acknowledged and worked on by who handles them.</summary>
public sealed class ReportCalls
{
    private const string All = "/v1/reports";
    private readonly RegionCalls calls;

    internal ReportCalls(RegionCalls calls) => this.calls = calls;

    /// <summary>Sends a report. Once this returns it is durable.</summary>
    /// <param name="report">What is reported.</param>
    /// <param name="key">An own <c>Idempotency-Key</c>, for a sender that may itself be restarted and send again; null for one that is made here.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Report> SendAsync(NewReport report, string? key = null, CancellationToken ct = default) => calls.PostAsync<Report>(All, report, version: null, key, ct);

    /// <summary>One report.</summary>
    public Task<Report> GetAsync(Guid id, CancellationToken ct = default) => calls.GetAsync<Report>($"{All}/{id}", ct);

    /// <summary>Reports, oldest first.</summary>
    /// <param name="state">Only in this state; null for all.</param>
    /// <param name="seriesId">Only of this series; null for all.</param>
    /// <param name="incidentId">Only of this incident; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public IAsyncEnumerable<Report> ListAsync(ReportState? state = null, Guid? seriesId = null, Guid? incidentId = null, CancellationToken ct = default) =>
        calls.PagesAsync<Report>(Query.With(All, ("state", state), ("seriesId", seriesId), ("incidentId", incidentId)), ct);

    /// <summary>Says that the handling agency has it.</summary>
    public Task<Report> AcknowledgeAsync(Guid id, string? key = null, CancellationToken ct = default) => calls.PostAsync<Report>($"{All}/{id}/acknowledge", null, version: null, key, ct);

    /// <summary>Gives what was missing when the report was returned.</summary>
    public Task<Report> CompleteAsync(Guid id, ReportContent content, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<Report>($"{All}/{id}/complete", new { content }, version: null, key, ct);
}
