using System.Globalization;
using System.Net;
using Yarp.ReverseProxy.Configuration;

namespace Coordination.Gateway;

/// <summary>An instance's replicas: asked every second whether they are ready, left out at the first failed connection.</summary>
internal static class Clusters
{
    internal static ClusterConfig Of(ServiceAddresses service) => Cluster(service, service.Instance, HttpVersion.Version11);

    internal static ClusterConfig Grpc(ServiceAddresses service) => Cluster(service, service.Instance + GrpcRoutes.ClusterSuffix, HttpVersion.Version20);

    private static ClusterConfig Cluster(ServiceAddresses service, string id, Version version) => new()
    {
        ClusterId = id,
        LoadBalancingPolicy = "PowerOfTwoChoices",
        HttpRequest = new()
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Streams may be silent for hours; whoever must answer is held to that by Patience.
            ActivityTimeout = Timeout.InfiniteTimeSpan,
        },
        HealthCheck = new()
        {
            Active = new() { Enabled = true, Interval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromSeconds(5), Policy = "ConsecutiveFailures", Path = "/ready" },
            Passive = new() { Enabled = true, Policy = LeftOutAtOnce.PolicyName, ReactivationPeriod = TimeSpan.FromSeconds(5) },
            // When all seem down, all are tried: a service that has just come back is served at once.
            AvailableDestinationsPolicy = "HealthyOrPanic",
        },
        Destinations = service.Replicas.Select((url, i) => (url, i)).ToDictionary(
            r => r.i.ToString(CultureInfo.InvariantCulture), r => new DestinationConfig { Address = r.url.ToString() }, StringComparer.Ordinal),
    };
}
