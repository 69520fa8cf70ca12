using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Configuration;

namespace Coordination.Bench;

/// <summary>The floor of the gateway: the same proxy with one route and no rule; and the server that both stand before.</summary>
internal static class ProxyTwin
{
    internal static async Task<int> ProxyAsync(string url, string target)
    {
        var builder = Twin.Builder();
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "all", Match = new RouteMatch { Path = "/{**rest}" } }],
            [new ClusterConfig { ClusterId = "all", Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = target } } }]);
        var app = builder.Build();
        app.MapReverseProxy();
        await app.RunAsync(url);
        return 0;
    }

    internal static async Task<int> TargetAsync(string url)
    {
        var app = Twin.Builder().Build();
        app.MapGet("/ready", () => "ready");
        app.MapGet("/v1/reports", () => new { items = Array.Empty<string>() });
        await app.RunAsync(url);
        return 0;
    }

    internal static RunningProcess StartProxy(Uri target) => RunningProcess.Start("dotnet", [typeof(ProxyTwin).Assembly.Location, "--twin", "proxy", "{url}", target.ToString()], _ => []);

    internal static RunningProcess StartTarget() => RunningProcess.Start("dotnet", [typeof(ProxyTwin).Assembly.Location, "--twin", "target", "{url}"], _ => []);
}
