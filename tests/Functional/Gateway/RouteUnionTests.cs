using System.Text.RegularExpressions;
using Coordination.Host;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yarp.ReverseProxy.Configuration;

namespace Coordination.Tests.Functional.Gateway;

public sealed partial class RouteUnionTests
{
    [Fact]
    public async Task The_gateway_lets_through_exactly_what_the_services_offer()
    {
        var instances = RegionModules.All.Select(m => new ServiceInstance(m.Name, null, "test")).ToList();
        Assert.Equal(await OfferedAsync(instances), await LetThroughAsync(instances));
    }

    [Fact]
    public async Task An_agencys_own_instance_is_reached_under_its_agency_only()
    {
        ServiceInstance[] instances = [new("resources", "fire", "test"), new("resources", "police", "test")];
        var routes = await LetThroughAsync(instances);
        Assert.Equal(await OfferedAsync(instances), routes);
        Assert.Contains("GET /v1/agencies/fire/units", routes);
        Assert.Contains("GET /v1/resources@police/journal", routes);
        Assert.DoesNotContain(routes, r => r.Contains("{agency}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_gateway_lets_through_exactly_the_grpc_methods_that_the_services_have()
    {
        var offered = RegionModules.All.SelectMany(m => m.Rpc).SelectMany(s => s.Methods).Select(m => $"POST /{m.Service.FullName}/{m.Name}").Order(StringComparer.Ordinal);
        await using var edge = await Edge.StartAsync($"intake={Edge.Nowhere()}", string.Join(';', RegionModules.All.Select(m => $"{m.Name}={Edge.Nowhere()}")));
        var routes = Routes(edge).Where(r => r.ClusterId!.EndsWith(".grpc", StringComparison.Ordinal)).Select(r => $"POST {r.Match.Path}");
        Assert.NotEmpty(offered);
        Assert.Equal(offered, routes.Order(StringComparer.Ordinal));
    }

    /// <summary>The proxy's own default would end a stream that is silent for 100 s, which no test waits for.</summary>
    [Fact]
    public async Task No_stream_is_cut_for_its_silence_to_any_service()
    {
        var all = string.Join(';', RegionModules.All.Select(m => $"{m.Name}={Edge.Nowhere()}"));
        await using var edge = await Edge.StartAsync(all, all);
        var clusters = edge.Services.GetServices<IProxyConfigProvider>().SelectMany(p => p.GetConfig().Clusters).ToList();
        Assert.Equal(2 * RegionModules.All.Count, clusters.Count);
        Assert.All(clusters, c => Assert.Equal(Timeout.InfiniteTimeSpan, c.HttpRequest?.ActivityTimeout));
    }

    /// <summary>What the services themselves would answer, in the words of the front door.</summary>
    private static async Task<List<string>> OfferedAsync(IEnumerable<ServiceInstance> instances)
    {
        var options = new RegionOptions("test", "none", "cn-default", "https://issuer.invalid", "http://127.0.0.1:0");
        var shared = new SharedParts(options, DataFolder.None, PackageReader.Read(options.Jurisdiction), new LocalBus(), new PeerDirectory(null, TimeProvider.System), new TokenTrust(options, null, TimeProvider.System),
            NullLoggerFactory.Instance, TimeProvider.System, new Stopping(CancellationToken.None));
        var routes = new List<string>();
        foreach (var instance in instances)
        {
            await using var app = ModuleApp.Build(RegionModules.All.First(m => m.Name == instance.Service), instance, shared);
            await app.BuildRoutesAsync();
            routes.AddRange(app.Routes.SelectMany(r => Methods(r).Select(m => $"{m} {Plain(r, instance)}")));
        }
        return [.. routes.Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> LetThroughAsync(IEnumerable<ServiceInstance> instances)
    {
        await using var edge = await Edge.StartAsync(string.Join(';', instances.Select(i => $"{i.Name}={Edge.Nowhere()}")));
        return [.. Routes(edge).SelectMany(r => r.Match.Methods!.Select(m => $"{m} {r.Match.Path}")).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<RouteConfig> Routes(Edge edge) => edge.Services.GetServices<IProxyConfigProvider>().SelectMany(p => p.GetConfig().Routes);

    private static IReadOnlyList<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    /// <summary>The document of an instance stands under its name, and a parameter's type is the service's business.</summary>
    private static string Plain(RouteEndpoint route, ServiceInstance instance)
    {
        var pattern = Constraint().Replace(route.RoutePattern.RawText!, "}").Replace("{documentName}", instance.Name, StringComparison.Ordinal);
        return instance.Agency is { } agency ? pattern.Replace("{agency}", agency, StringComparison.Ordinal) : pattern;
    }

    [GeneratedRegex(@":[^}/]+\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
