using Coordination.Client.Calls;
using Coordination.Contracts.Events;

namespace Coordination.Client.Incidents;

/// <summary>Incidents. A decision about one names the version that it was made on; when it has changed since, the call is refused with 412.</summary>
public sealed class IncidentCalls
{
    private const string All = "/v1/incidents";
    private readonly RegionCalls calls;

    internal IncidentCalls(RegionCalls calls) => this.calls = calls;

    /// <summary>Opens an incident.</summary>
    /// <param name="incident">What happens.</param>
    /// <param name="key">An own <c>Idempotency-Key</c>; null for one that is made here.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Incident> OpenAsync(NewIncident incident, string? key = null, CancellationToken ct = default) => calls.PostAsync<Incident>(All, incident, version: null, key, ct);

    /// <summary>One incident.</summary>
    public Task<Incident> GetAsync(Guid id, CancellationToken ct = default) => calls.GetAsync<Incident>($"{All}/{id}", ct);

    /// <summary>The incidents that the caller may see, oldest first.</summary>
    public IAsyncEnumerable<Incident> ListAsync(CancellationToken ct = default) => calls.PagesAsync<Incident>(All, ct);

    /// <summary>It is real.</summary>
    public Task<Incident> ConfirmAsync(Incident incident, CancellationToken ct = default) => DecideAsync(incident, "confirm", ct);

    /// <summary>The response begins.</summary>
    public Task<Incident> ActivateAsync(Incident incident, CancellationToken ct = default) => DecideAsync(incident, "activate", ct);

    /// <summary>It is under control.</summary>
    public Task<Incident> StabiliseAsync(Incident incident, CancellationToken ct = default) => DecideAsync(incident, "stabilise", ct);

    /// <summary>It was not real.</summary>
    public Task<Incident> MarkUnfoundedAsync(Incident incident, CancellationToken ct = default) => DecideAsync(incident, "unfounded", ct);

    /// <summary>The response is over.</summary>
    public Task<Incident> EndResponseAsync(Incident incident, CancellationToken ct = default) => DecideAsync(incident, "end-response", ct);

    /// <summary>An agency takes part.</summary>
    public Task<Incident> JoinAsync(Guid id, string agency, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<Incident>($"{All}/{id}/participants", new { agency }, version: null, key, ct);

    /// <summary>Enters counts of casualties into the ledger.</summary>
    public Task<CasualtyEntry> CountCasualtiesAsync(Guid id, NewCasualties casualties, string? key = null, CancellationToken ct = default) =>
        calls.PostAsync<CasualtyEntry>($"{All}/{id}/casualties", casualties, version: null, key, ct);

    private Task<Incident> DecideAsync(Incident incident, string verb, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return calls.PostAsync<Incident>($"{All}/{incident.Id}/{verb}", null, incident.Version, key: null, ct);
    }
}

/// <summary>An incident as it is opened.</summary>
/// <param name="Kind">Sub-type; it gives the category.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Jurisdiction">Node of the jurisdiction tree.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="KnownAt">When it became known.</param>
/// <param name="EventCode">Code of the warning system.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="ReportId">The report that it rests on.</param>
/// <param name="ParentId">The incident that it is part of.</param>
public sealed record NewIncident(
    EventKind Kind, string Title, string Jurisdiction, DateTimeOffset OccurredAt, DateTimeOffset KnownAt, string? EventCode = null, double? Latitude = null,
    double? Longitude = null, Guid? ReportId = null, Guid? ParentId = null);

/// <summary>Counts of casualties as they are known.</summary>
/// <param name="Counts">At most one of a kind.</param>
/// <param name="OccurredAt">The moment that they are about.</param>
/// <param name="KnownAt">When they became known.</param>
/// <param name="ReportId">The report that they rest on.</param>
/// <param name="Scope">Whether they are all of the area or a part.</param>
/// <param name="Source">Code of who counted; the caller's agency when it is left out.</param>
/// <param name="AreaCode">Code of the area or place that they are about; the incident's own when it is left out.</param>
public sealed record NewCasualties(
    IReadOnlyList<CasualtyCount> Counts, DateTimeOffset OccurredAt, DateTimeOffset KnownAt, Guid? ReportId = null, CasualtyScope Scope = CasualtyScope.Total,
    string? Source = null, string? AreaCode = null);
