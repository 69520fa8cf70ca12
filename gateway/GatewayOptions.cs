using System.Globalization;
using Coordination.Contracts.Tokens;

namespace Coordination.Gateway;

/// <summary>What the gateway is told from outside.</summary>
/// <param name="Urls">Listeners for HTTP/1.1, and HTTP/2 where they are https; <c>ASPNETCORE_URLS</c>.</param>
/// <param name="GrpcUrls">Listeners for HTTP/2 without TLS; <c>COORDINATION_GRPC_URLS</c>. One port cannot serve both without TLS.</param>
/// <param name="Services">Each instance and its replicas' addresses; <c>COORDINATION_ROUTES</c>: <c>intake=http://a:1,http://b:1;resources@fire=…</c>.</param>
/// <param name="Grpc">The same for HTTP/2 without TLS; <c>COORDINATION_GRPC_ROUTES</c>.</param>
/// <param name="Certificate">PEM file of the certificate of the https listeners; <c>COORDINATION_CERTIFICATE</c>.</param>
/// <param name="CertificateKey">PEM file of its key; <c>COORDINATION_CERTIFICATE_KEY</c>.</param>
/// <param name="Rate">Calls a second that one address may make, on average; <c>COORDINATION_RATE</c>.</param>
internal sealed record GatewayOptions(
    IReadOnlyList<Uri> Urls, IReadOnlyList<Uri> GrpcUrls, IReadOnlyList<ServiceAddresses> Services, IReadOnlyList<ServiceAddresses> Grpc,
    string? Certificate, string? CertificateKey, int Rate)
{
    /// <summary>The name under which the local issuer stands among the services. It serves loopback only.</summary>
    internal const string Issuer = "issuer";

    private const int DefaultRate = 1000;

    /// <summary>The region's name, which a token must bear; <c>COORDINATION_REGION</c>.</summary>
    internal string Region { get; init; } = "local";

    /// <summary>Whose tokens are taken, the services' own setting; <c>COORDINATION_AUTHORITY</c>, default the local issuer among the services.</summary>
    internal required string Authority { get; init; }

    /// <summary>Several providers, the services' own setting; <c>COORDINATION_PROVIDERS</c> or <c>COORDINATION_PROVIDERS_FILE</c>, instead of <see cref="Authority"/>.</summary>
    internal IReadOnlyList<TrustedProvider> Providers { get; init; } = [];

    /// <summary>Whose tokens are taken.</summary>
    internal IReadOnlyList<TrustedProvider> Trusted => Providers.Count > 0 ? Providers : [new(Authority)];

    /// <summary>PEM file of the authorities whose certificates the https listeners take from callers; <c>COORDINATION_CLIENT_CA</c>, default none is asked for.</summary>
    internal string? ClientAuthorities { get; init; }

    /// <summary>True when every listener is on loopback: only then may tokens come from the local issuer.</summary>
    internal bool IsLoopbackOnly => Urls.Concat(GrpcUrls).All(u => u.IsLoopback);

    /// <summary>How long a service may take to begin its answer.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidDataException">Says which setting is wrong.</exception>
    internal static GatewayOptions Read(IConfiguration from)
    {
        var services = ServiceAddresses.Read("COORDINATION_ROUTES", from["COORDINATION_ROUTES"]);
        var options = new GatewayOptions(
            Addresses("ASPNETCORE_URLS", from["ASPNETCORE_URLS"] is { Length: > 0 } urls ? urls : "http://127.0.0.1:8700"),
            Addresses("COORDINATION_GRPC_URLS", from["COORDINATION_GRPC_URLS"]),
            services,
            ServiceAddresses.Read("COORDINATION_GRPC_ROUTES", from["COORDINATION_GRPC_ROUTES"]),
            from["COORDINATION_CERTIFICATE"], from["COORDINATION_CERTIFICATE_KEY"], ReadRate(from["COORDINATION_RATE"]))
        {
            ClientAuthorities = from["COORDINATION_CLIENT_CA"] is { Length: > 0 } authorities ? authorities : null,
            Region = from["COORDINATION_REGION"] is { Length: > 0 } region ? region : "local",
            Providers = ProviderList.Read(from["COORDINATION_PROVIDERS"], from["COORDINATION_PROVIDERS_FILE"], from["COORDINATION_AUTHORITY"] is { Length: > 0 }),
            Authority = from["COORDINATION_AUTHORITY"] is { Length: > 0 } authority ? authority : services.FirstOrDefault(s => s.Instance == Issuer) is { } issuer ? new Uri(issuer.Replicas[0], "/issuer").ToString() : "",
        };
        if (options.Services.Count == 0) throw new InvalidDataException("COORDINATION_ROUTES names no service: intake=http://127.0.0.1:8701;command=http://127.0.0.1:8702;…");
        if (options.Urls.Any(u => u.Scheme == "https") && options.Certificate is null) throw new InvalidDataException("An https listener needs COORDINATION_CERTIFICATE.");
        if (options.ClientAuthorities is not null && options.Urls.All(u => u.Scheme != "https")) throw new InvalidDataException("COORDINATION_CLIENT_CA: certificates are shown over TLS, and no listener is https.");
        if ((options.Services.Any(s => s.Instance == Issuer) || options.Providers.Any(p => p.Issuer == IssuerKeys.LocalIssuer)) && !options.IsLoopbackOnly)
            throw new InvalidDataException("The local issuer gives tokens to anyone, so a gateway to it serves loopback only.");
        if (options.Providers.Count > 0) return options;
        if (options.Authority.Length == 0) throw new InvalidDataException("COORDINATION_AUTHORITY names no OpenID Connect provider, and COORDINATION_ROUTES no local issuer: nobody could be let in.");
        if (!IssuerKeys.IsTrustworthy(options.Authority)) throw new InvalidDataException($"COORDINATION_AUTHORITY is {options.Authority}: keys that decide who is let in come over https, or from this machine.");
        return options;
    }

    private static List<Uri> Addresses(string name, string? text) => [.. ServiceAddresses.Split(text, ';').Select(u => ServiceAddresses.Address(name, u))];

    private static int ReadRate(string? text)
    {
        if (string.IsNullOrEmpty(text)) return DefaultRate;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate > 0
            ? rate : throw new InvalidDataException($"COORDINATION_RATE must be a number of calls a second, not '{text}'.");
    }
}
