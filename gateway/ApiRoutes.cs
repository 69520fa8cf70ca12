using System.Text.Json;
using Yarp.ReverseProxy.Configuration;

namespace Coordination.Gateway;

/// <summary>Exactly the paths and methods of the committed OpenAPI documents, each to the instance that owns it. Nothing is rewritten.</summary>
internal static class ApiRoutes
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <exception cref="InvalidDataException">There is no such service.</exception>
    internal static IEnumerable<RouteConfig> Of(ServiceAddresses service)
    {
        if (service.Instance == GatewayOptions.Issuer) return [Route(service, "/issuer/{**rest}", ["GET", "POST"], open: ["GET", "POST"])];
        return Document(service.Service).Select(p => Route(service, Own(service, p.Name), Has(p), Has(p, o => !IsGuarded(o)), Bytes(p)))
            .Append(Route(service, $"/openapi/{service.Instance}.json", ["GET"], open: ["GET"]));
    }

    /// <summary>The operations of a service that anyone may call, by their ids.</summary>
    internal static IReadOnlySet<string> OpenOperations(string service) => Document(service).SelectMany(p => Methods.Where(m => p.Value.TryGetProperty(m, out _)).Select(m => p.Value.GetProperty(m)))
        .Where(o => !IsGuarded(o)).Select(o => o.GetProperty("operationId").GetString()!).ToHashSet(StringComparer.Ordinal);

    private static RouteConfig Route(ServiceAddresses service, string path, IReadOnlyList<string> methods, IReadOnlyList<string> open, long? body = null) => new()
    {
        RouteId = $"{service.Instance} {path}",
        ClusterId = service.Instance,
        Match = new RouteMatch { Path = path, Methods = methods },
        Metadata = body is { } bytes ? new Dictionary<string, string>(TokenGate.Open(open)) { [Limits.Bytes] = $"{bytes}" } : TokenGate.Open(open),
    };

    /// <summary>What the contract says that a body may have, where it is more than elsewhere.</summary>
    private static long? Bytes(JsonProperty path) => path.Value.TryGetProperty("post", out var post) && post.TryGetProperty("x-body-bytes", out var bytes) ? bytes.GetInt64() : null;

    /// <summary>The contract says of an operation that it needs a token, or it needs none.</summary>
    private static bool IsGuarded(JsonElement operation) => operation.TryGetProperty("security", out var security) && security.GetArrayLength() > 0;

    private static IReadOnlyList<string> Has(JsonProperty path, Func<JsonElement, bool>? which = null) =>
        [.. Methods.Where(m => path.Value.TryGetProperty(m, out var operation) && which?.Invoke(operation) != false).Select(m => m.ToUpperInvariant())];

    /// <summary>An agency's own instance answers for its agency only, and has its own pages.</summary>
    private static string Own(ServiceAddresses service, string path)
    {
        if (service.Agency is not { } agency) return path;
        var pages = $"/v1/{service.Service}/";
        return path.StartsWith(pages, StringComparison.Ordinal) ? $"/v1/{service.Instance}/{path[pages.Length..]}" : path.Replace("{agency}", agency, StringComparison.Ordinal);
    }

    private static List<JsonProperty> Document(string service)
    {
        using var stream = typeof(ApiRoutes).Assembly.GetManifestResourceStream($"openapi/{service}")
            ?? throw new InvalidDataException($"COORDINATION_ROUTES: there is no service '{service}'.");
        return [.. JsonDocument.Parse(stream).RootElement.Clone().GetProperty("paths").EnumerateObject()];
    }
}
