using Coordination.Contracts.Tokens;
using Microsoft.Extensions.Configuration;

namespace Coordination.Platform;

/// <summary>What a process is told from outside: environment variables with the prefix <c>COORDINATION_</c>, and <c>ASPNETCORE_URLS</c>.</summary>
/// <param name="Region">Name of the region; <c>COORDINATION_REGION</c>, default <c>local</c>.</param>
/// <param name="Data">The data folder; <c>COORDINATION_DATA</c>, default <c>./data</c>.</param>
/// <param name="Jurisdiction">Shipped package or folder; <c>COORDINATION_JURISDICTION</c>, default <c>cn-default</c>.</param>
/// <param name="Authority">Issuer of tokens (OpenID Connect discovery); <c>COORDINATION_AUTHORITY</c>, default the local issuer, for development.</param>
/// <param name="Urls">Listeners; <c>ASPNETCORE_URLS</c>, default <c>http://127.0.0.1:8700</c>.</param>
internal sealed record RegionOptions(string Region, string Data, string Jurisdiction, string? Authority, string Urls)
{
    /// <summary>Several providers of tokens, and for whom each speaks; <c>COORDINATION_PROVIDERS</c> or <c>COORDINATION_PROVIDERS_FILE</c>, instead of <c>COORDINATION_AUTHORITY</c>.</summary>
    internal IReadOnlyList<TrustedProvider> Providers { get; init; } = [];

    /// <summary>Whose tokens are taken; empty for the local issuer's.</summary>
    internal IReadOnlyList<TrustedProvider> Trusted => Authority is null ? Providers : [new(Authority)];

    /// <summary>The broker, <c>amqp://{instance}:password@host:port/vhost</c>; <c>COORDINATION_BROKER</c> or <c>COORDINATION_BROKER_FILE</c>.
    /// Without it the instances of the process hand events to each other.</summary>
    internal InstanceSetting? Broker { get; init; }

    /// <summary>File with the 32 bytes that seal contact data, the same for all replicas; <c>COORDINATION_KEY_FILE</c>, <c>{instance}</c> in it is replaced. Default: made in the data folder.</summary>
    internal string? KeyFile { get; init; }

    /// <summary>Folder of the RSA keys that a service signs with what it tells the world, the same for all replicas; <c>COORDINATION_SIGNING_KEYS</c>, <c>{instance}</c> in it is replaced.
    /// Default: on loopback one for development, made in the data folder.</summary>
    internal string? SigningKeys { get; init; }

    /// <summary>Listeners for gRPC: HTTP/2 without TLS; <c>COORDINATION_GRPC_URLS</c>, default none.</summary>
    internal string? GrpcUrls { get; init; }

    /// <summary>Where other services take gRPC, for what one asks another: <c>command=http://a:1,http://b:1;resources@fire=…</c>; <c>COORDINATION_GRPC_ROUTES</c>,
    /// the gateway's own setting. Instances of the same process need no address.</summary>
    internal string? GrpcRoutes { get; init; }

    /// <summary>What an agency may ask of this process.</summary>
    internal QuotaOptions Quota { get; init; } = new();

    /// <summary>Networks, addresses and host names that may be called when an agency names them, beside https to the open network; <c>COORDINATION_WEBHOOK_ALLOW</c>.</summary>
    internal string? OutboundAllow { get; init; }

    /// <summary>PostgreSQL instead of files, an Npgsql connection string; <c>COORDINATION_DATABASE</c> or <c>COORDINATION_DATABASE_FILE</c>.</summary>
    internal InstanceSetting? Database { get; init; }

    internal static RegionOptions Read(IConfiguration from)
    {
        var region = Value(from, "REGION") ?? "local";
        if (!Codes.IsName(region)) throw new StartFailedException($"COORDINATION_REGION must be lower-case letters, digits and hyphens, not '{region}'.");
        return new(region, Value(from, "DATA") ?? "data", Value(from, "JURISDICTION") ?? "cn-default", Value(from, "AUTHORITY"),
            from["ASPNETCORE_URLS"] is { Length: > 0 } urls ? urls : "http://127.0.0.1:8700")
        {
            Providers = ProviderList.Read(Value(from, "PROVIDERS"), Value(from, "PROVIDERS_FILE"), Value(from, "AUTHORITY") is not null),
            Database = InstanceSetting.Read(from, "DATABASE"),
            Broker = InstanceSetting.Read(from, "BROKER"),
            KeyFile = Value(from, "KEY_FILE"),
            SigningKeys = Value(from, "SIGNING_KEYS"),
            GrpcUrls = Value(from, "GRPC_URLS"),
            GrpcRoutes = Value(from, "GRPC_ROUTES"),
            Quota = QuotaOptions.Read(name => Value(from, name)),
            OutboundAllow = Value(from, "WEBHOOK_ALLOW"),
        };
    }

    /// <summary>True when every listener is on loopback: only then may tokens come from the local issuer.</summary>
    internal bool IsLoopbackOnly => $"{Urls};{GrpcUrls}".Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.IsLoopback);

    private static string? Value(IConfiguration from, string name) => from[$"COORDINATION_{name}"] is { Length: > 0 } value ? value : null;
}
