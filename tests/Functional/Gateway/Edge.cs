using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Coordination.Gateway;
using Coordination.Tests.Functional.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Gateway;

/// <summary>A gateway in this process, before stubs or services. It trusts a provider of its own, which all edges share, unless it is told another.</summary>
internal sealed class Edge : IAsyncDisposable
{
    private static readonly Lazy<Task<TestProvider>> Shared = new(() => TestProvider.StartAsync());
    private readonly WebApplication app;

    private Edge(WebApplication app) => this.app = app;

    /// <summary>Calls with a token that is good.</summary>
    internal HttpClient Http { get; private set; } = null!;

    /// <summary>Calls without one.</summary>
    internal HttpClient Anonymous { get; private set; } = null!;

    /// <summary>Whose tokens every edge takes that is told no other.</summary>
    internal static Task<TestProvider> ProviderAsync() => Shared.Value;

    internal IServiceProvider Services => app.Services;

    internal Uri Grpc => new(app.Urls.Last());

    internal static async Task<Edge> StartAsync(string routes, string? grpc = null, int rate = 10_000, TimeSpan? patience = null, string? authority = null, Dictionary<string, string?>? settings = null)
    {
        var provider = await Shared.Value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["COORDINATION_GRPC_URLS"] = "http://127.0.0.1:0",
            ["COORDINATION_REGION"] = "test",
            ["COORDINATION_AUTHORITY"] = authority ?? provider.Address,
            ["COORDINATION_ROUTES"] = routes,
            ["COORDINATION_GRPC_ROUTES"] = grpc,
            ["COORDINATION_RATE"] = rate.ToString(CultureInfo.InvariantCulture),
        }).AddInMemoryCollection(settings ?? []).Build();
        var edge = new Edge(GatewayApp.Build(GatewayOptions.Read(configuration) with { Patience = patience ?? TimeSpan.FromSeconds(30) }, configuration));
        await edge.app.StartAsync();
        edge.Anonymous = new HttpClient { BaseAddress = new Uri(edge.app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
        edge.Http = new HttpClient { BaseAddress = edge.Anonymous.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };
        edge.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", provider.Token());
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
        Anonymous.Dispose();
        await app.DisposeAsync();
    }
}
