using Coordination.Host;
using Coordination.Platform;
using Coordination.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Grpc;

/// <summary>An embedded region that listens for gRPC too.</summary>
public sealed class GrpcRegion : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-grpc-").FullName;
    private readonly List<RpcChannel> channels = [];
    private RunningRegion? running;

    public async ValueTask InitializeAsync()
    {
        var settings = new ConfigurationBuilder().AddConfiguration(EmbeddedRegion.Settings(folder))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["COORDINATION_GRPC_URLS"] = "http://127.0.0.1:0" }).Build();
        running = await RunningRegion.StartAsync(Arguments.Parse([], RegionModules.All), RegionModules.All, settings, TimeProvider.System);
    }

    /// <summary>The same person over HTTP.</summary>
    internal ApiClient OverHttp(string agency, params string[] roles) => new(new Uri(running!.Address), Token(agency, roles));

    /// <summary>A person over gRPC; without an agency, nobody.</summary>
    internal CallInvoker As(string? agency, params string[] roles)
    {
        var channel = RpcChannel.ForAddress(new Uri(running!.GrpcAddress!), agency is null ? null : _ => Task.FromResult(Token(agency, roles)));
        channels.Add(channel);
        return channel.CreateCallInvoker();
    }

    public async ValueTask DisposeAsync()
    {
        channels.ForEach(c => c.Dispose());
        if (running is not null) await running.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Token(string agency, string[] roles) => running!.Issuer!.Token(agency, roles, $"{agency}-{string.Join('-', roles)}");
}
