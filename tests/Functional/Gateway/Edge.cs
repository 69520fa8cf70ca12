using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Coordination.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Gateway;

/// <summary>A gateway in this process, before stubs or services.</summary>
internal sealed class Edge : IAsyncDisposable
{
    private readonly WebApplication app;

    private Edge(WebApplication app) => this.app = app;

    internal HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Services => app.Services;

    internal Uri Grpc => new(app.Urls.Last());

    internal static async Task<Edge> StartAsync(string routes, string? grpc = null, int rate = 10_000, TimeSpan? patience = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["COORDINATION_GRPC_URLS"] = "http://127.0.0.1:0",
            ["COORDINATION_ROUTES"] = routes,
            ["COORDINATION_GRPC_ROUTES"] = grpc,
            ["COORDINATION_RATE"] = rate.ToString(CultureInfo.InvariantCulture),
        }).Build();
        var edge = new Edge(GatewayApp.Build(GatewayOptions.Read(configuration) with { Patience = patience ?? TimeSpan.FromSeconds(30) }, configuration));
        await edge.app.StartAsync();
        edge.Http = new HttpClient { BaseAddress = new Uri(edge.app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
        return edge;
    }

    /// <summary>An address where nobody listens.</summary>
    internal static string Nowhere()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
