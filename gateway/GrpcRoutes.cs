using System.Text.RegularExpressions;
using Yarp.ReverseProxy.Configuration;

namespace Coordination.Gateway;

/// <summary>
/// The gRPC methods of <c>contracts/proto</c>. An agency's own instance is reached with the metadata <c>coordination-agency</c>:
/// the paths of gRPC name no owner.
/// </summary>
internal static partial class GrpcRoutes
{
    internal const string AgencyHeader = "coordination-agency";
    internal const string ClusterSuffix = ".grpc";

    internal static IEnumerable<RouteConfig> Of(ServiceAddresses service) => Methods(service.Service).Select(method => new RouteConfig
    {
        RouteId = $"{service.Instance} {method}",
        ClusterId = service.Instance + ClusterSuffix,
        Match = new RouteMatch
        {
            Path = method,
            Methods = ["POST"],
            Headers = service.Agency is { } agency ? [new RouteHeader { Name = AgencyHeader, Values = [agency] }] : null,
        },
    });

    /// <summary>The paths of a service's methods: <c>/package.Service/Method</c>.</summary>
    internal static IReadOnlyList<string> Methods(string service)
    {
        var folder = $"proto/{service.Replace("-", "", StringComparison.Ordinal)}/";
        return [.. typeof(GrpcRoutes).Assembly.GetManifestResourceNames()
            .Where(n => n.Replace("_", "", StringComparison.Ordinal).StartsWith(folder, StringComparison.Ordinal)).SelectMany(n => Read(n)).Order(StringComparer.Ordinal)];
    }

    private static List<string> Read(string name)
    {
        using var proto = new StreamReader(typeof(GrpcRoutes).Assembly.GetManifestResourceStream(name)!);
        var (package, service, methods) = ("", "", new List<string>());
        while (proto.ReadLine() is { } line)
        {
            var said = Declaration().Match(line);
            if (!said.Success) continue;
            var declared = said.Groups["name"].Value;
            if (said.Groups["kind"].Value == "package") package = declared;
            else if (said.Groups["kind"].Value == "service") service = declared;
            else methods.Add($"/{package}.{service}/{declared}");
        }
        return methods;
    }

    [GeneratedRegex(@"^\s*(?<kind>package|service|rpc)\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
