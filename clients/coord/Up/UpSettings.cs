namespace Coordination.CommandLine.Up;

/// <summary>What a region on this machine is made of.</summary>
/// <param name="Data">Folder of everything that is kept.</param>
/// <param name="Database">Administrator's connection string of a PostgreSQL, or null for a private one.</param>
/// <param name="Broker">Administrator's management address of a RabbitMQ, or null for a private one.</param>
/// <param name="Instances">Service instances, a process each. One that is named twice runs as two replicas.</param>
/// <param name="Url">Where the gateway listens.</param>
/// <param name="GrpcUrl">Where the gateway listens for HTTP/2 without TLS.</param>
/// <param name="Region">The region's name.</param>
internal sealed record UpSettings(string Data, string? Database, Uri? Broker, IReadOnlyList<string> Instances, Uri Url, Uri GrpcUrl, string Region)
{
    /// <summary>Puts a process elsewhere, or tells it more, before it is first started; the servers run by then.</summary>
    internal Func<LocalRegion, Part, CancellationToken, Task<Part>>? Place { get; init; }

    /// <summary>Agencies that take their events by AMQP.</summary>
    internal IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Where each instance finds its connection strings.</summary>
    internal string Secrets => Path.Combine(Data, "secrets");

    internal IReadOnlyList<string> Distinct => [.. Instances.Distinct(StringComparer.Ordinal)];

    internal int ReplicasOf(string instance) => Instances.Count(i => i == instance);

    /// <summary>What seals contact data, for all replicas: the file that a single process makes in its own folder.</summary>
    internal string KeyOf(string instance) => Path.Combine(Data, instance, $"{instance}.key");
}
