namespace Coordination.Platform;

/// <summary>
/// One running instance of a service: <c>intake</c>, or <c>resources@fire</c> for an agency's own.
/// It names the data file, journal, event source, consumer and queue.
/// </summary>
/// <param name="Service">The service's name, for example <c>resources</c>.</param>
/// <param name="Agency">The agency that owns this instance, or null for the one that serves all.</param>
/// <param name="Region">The region it belongs to.</param>
public sealed record ServiceInstance(string Service, string? Agency, string Region)
{
    /// <summary><c>service</c> or <c>service@agency</c>.</summary>
    public string Name => Agency is null ? Service : $"{Service}@{Agency}";

    /// <summary>CloudEvents <c>source</c>: region/agency/service. The region's own services speak as agency <c>region</c>.</summary>
    public string Source => $"{Region}/{Agency ?? "region"}/{Service}";

    /// <summary>Who seals its journal: the instance where it has one process, and one name for each of its replicas where it has several.</summary>
    public string Replica { get; init; } = Agency is null ? Service : $"{Service}@{Agency}";

    /// <summary>The name of its role and schema in PostgreSQL: <c>resources_fire</c>.</summary>
    public string DatabaseName => Name.Replace('@', '_').Replace('-', '_');

    /// <summary>True when the service keeps its clocks to itself: no event announces them.</summary>
    public bool IsConfidential { get; init; }
}
