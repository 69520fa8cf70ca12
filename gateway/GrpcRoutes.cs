using System.Text.RegularExpressions;
using Yarp.ReverseProxy.Configuration;

namespace Coordination.Gateway;

/// <summary>
/// The gRPC services of <c>contracts/proto</c>. An agency's own instance is reached with the metadata <c>coordination-agency</c>:
/// the paths of gRPC name no owner.
/// </summary>
internal static partial class GrpcRoutes
{
    internal const string AgencyHeader = "coordination-agency";
    internal const string ClusterSuffix = ".grpc";

    internal static IEnumerable<RouteConfig> Of(ServiceAddresses service) => Contracts(service.Service).Select(contract => new RouteConfig
    {
        RouteId = $"{service.Instance} {contract}",
        ClusterId = service.Instance + ClusterSuffix,
        Match = new RouteMatch
        {
            Path = $"/{contract}/{{method}}",
            Methods = ["POST"],
            Headers = service.Agency is { } agency ? [new RouteHeader { Name = AgencyHeader, Values = [agency] }] : null,
        },
    });

    /// <summary>Full names of the gRPC services in a folder of protos.</summary>
    internal static IReadOnlyList<string> Contracts(string service)
    {
        var folder = $"proto/{service.Replace("-", "", StringComparison.Ordinal)}/";
        var assembly = typeof(GrpcRoutes).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.Replace("_", "", StringComparison.Ordinal).StartsWith(folder, StringComparison.Ordinal)).SelectMany(n => Names(Read(n))).Order(StringComparer.Ordinal)];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    private static IEnumerable<string> Names(string proto) =>
        Services().Matches(proto).Select(s => $"{Package().Match(proto).Groups["name"].Value}.{s.Groups["name"].Value}");

    [GeneratedRegex(@"^package\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Package();

    [GeneratedRegex(@"^service\s+(?<name>\w+)\s*\{", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Services();
}
