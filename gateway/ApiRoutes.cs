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
        if (service.Instance == GatewayOptions.Issuer) return [Route(service, "/issuer/{**rest}", ["GET", "POST"])];
        return Document(service.Service).Select(p => Route(service, Own(service, p.Path), p.Methods))
            .Append(Route(service, $"/openapi/{service.Instance}.json", ["GET"]));
    }

    private static RouteConfig Route(ServiceAddresses service, string path, IReadOnlyList<string> methods) => new()
    {
        RouteId = $"{service.Instance} {path}",
        ClusterId = service.Instance,
        Match = new RouteMatch { Path = path, Methods = methods },
    };

    /// <summary>An agency's own instance answers for its agency only, and has its own pages.</summary>
    private static string Own(ServiceAddresses service, string path)
    {
        if (service.Agency is not { } agency) return path;
        var pages = $"/v1/{service.Service}/";
        return path.StartsWith(pages, StringComparison.Ordinal) ? $"/v1/{service.Instance}/{path[pages.Length..]}" : path.Replace("{agency}", agency, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, IReadOnlyList<string> Methods)> Document(string service)
    {
        using var stream = typeof(ApiRoutes).Assembly.GetManifestResourceStream($"openapi/{service}")
            ?? throw new InvalidDataException($"COORDINATION_ROUTES: there is no service '{service}'.");
        using var document = JsonDocument.Parse(stream);
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
            yield return (path.Name, [.. Methods.Where(m => path.Value.TryGetProperty(m, out _)).Select(m => m.ToUpperInvariant())]);
    }
}
