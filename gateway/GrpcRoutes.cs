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

    internal static IEnumerable<RouteConfig> Of(ServiceAddresses service)
    {
        var open = ApiRoutes.OpenOperations(service.Service);
        return Methods(service.Service).Select(method => new RouteConfig
        {
            RouteId = $"{service.Instance} {method.Path}",
            ClusterId = service.Instance + ClusterSuffix,
            Match = new RouteMatch
            {
                Path = method.Path,
                Methods = ["POST"],
                Headers = service.Agency is { } agency ? [new RouteHeader { Name = AgencyHeader, Values = [agency] }] : null,
            },
            Metadata = TokenGate.Open(open.Contains(method.Operation) ? ["POST"] : []),
        });
    }

    /// <summary>A service's methods, by their paths (<c>/package.Service/Method</c>), and the operation that each of them is.</summary>
    private static IReadOnlyList<Method> Methods(string service)
    {
        var folder = $"proto/{service.Replace("-", "", StringComparison.Ordinal)}/";
        return [.. typeof(GrpcRoutes).Assembly.GetManifestResourceNames()
            .Where(n => n.Replace("_", "", StringComparison.Ordinal).StartsWith(folder, StringComparison.Ordinal)).SelectMany(n => Read(n)).OrderBy(m => m.Path, StringComparer.Ordinal)];
    }

    private static List<Method> Read(string name)
    {
        using var proto = new StreamReader(typeof(GrpcRoutes).Assembly.GetManifestResourceStream(name)!);
        var (package, service, methods) = ("", "", new List<Method>());
        while (proto.ReadLine() is { } line)
        {
            var said = Declaration().Match(line);
            if (Operation().Match(line) is { Success: true } operation) methods[^1] = methods[^1] with { Operation = operation.Groups["name"].Value };
            if (!said.Success) continue;
            var declared = said.Groups["name"].Value;
            if (said.Groups["kind"].Value == "package") package = declared;
            else if (said.Groups["kind"].Value == "service") service = declared;
            else methods.Add(new($"/{package}.{service}/{declared}", ""));
        }
        return methods;
    }

    [GeneratedRegex(@"^\s*(?<kind>package|service|rpc)\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*option\s+\(coordination\.rpc\.v1\.operation\)\s*=\s*""(?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Operation();

    private sealed record Method(string Path, string Operation);
}
