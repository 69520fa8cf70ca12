using System.Reflection;
using Coordination.Contracts.Pages;
using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>A process that runs service instances behind one listener.</summary>
internal sealed class RunningRegion : IAsyncDisposable
{
    private readonly WebApplication front;
    private readonly List<ModuleApp> apps = [];
    private readonly DataFolder data;
    private readonly CancellationTokenSource stopping = new();
    private bool isOver;
    private TelemetryExport? export;
    private PeerDirectory? peers;

    private RunningRegion(WebApplication front, DataFolder data) => (this.front, this.data) = (front, data);

    /// <summary>Where it listens.</summary>
    internal string Address => front.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Where it listens for gRPC; null where it does not.</summary>
    internal string? GrpcAddress => front.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Skip(1).LastOrDefault();

    internal IReadOnlyList<ModuleApp> Apps => apps;

    /// <summary>Everything that it answers.</summary>
    internal IEnumerable<RouteEndpoint> Routes => ((IEndpointRouteBuilder)front).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>();

    internal LocalIssuer? Issuer { get; private set; }

    /// <summary>True once every instance takes calls and events.</summary>
    internal bool IsReady { get; private set; }

    internal static async Task<RunningRegion> StartAsync(
        Arguments arguments, IReadOnlyList<ServiceModule> modules, IConfiguration? configuration, TimeProvider time, Assembly? contracts = null)
    {
        configuration ??= new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var options = RegionOptions.Read(configuration);
        _ = Listeners.Split($"{options.Urls};{options.GrpcUrls}").ToList();
        Failpoint.Arm(configuration["COORDINATION_FAILPOINT"]);
        if (options.Trusted.Count == 0 && !options.IsLoopbackOnly)
            throw new StartFailedException($"{options.Urls} is not loopback, and there is neither COORDINATION_AUTHORITY nor COORDINATION_PROVIDERS: the local issuer gives tokens to anyone, so it serves loopback only.");
        if (options.Authority is { } authority && !IssuerKeys.IsTrustworthy(authority))
            throw new StartFailedException($"COORDINATION_AUTHORITY is {authority}: keys that decide who is let in come over https, or from this machine.");
        if (options.Trusted.Any(p => p.Issuer == IssuerKeys.LocalIssuer) && !options.IsLoopbackOnly)
            throw new StartFailedException("COORDINATION_PROVIDERS lists the local issuer, which gives tokens to anyone, and this process listens to other machines.");
        if (Failpoint.IsArmed && !options.IsLoopbackOnly) throw new StartFailedException("COORDINATION_FAILPOINT kills a process of a test on one machine; this process listens to others.");
        if (time is TestClock && !options.IsLoopbackOnly) throw new StartFailedException("COORDINATION_TEST_CLOCK moves the clock of tests on one machine; this process listens to others.");
        var package = PackageReader.Read(options.Jurisdiction);
        var folder = DataFolder.Own(options.Data);
        var region = new RunningRegion(FrontDoor.Build(options, configuration, time), folder);
        try
        {
            await region.StartAsync(arguments, modules, options, package, configuration, time, contracts);
            return region;
        }
        catch
        {
            await region.DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(
        Arguments arguments, IReadOnlyList<ServiceModule> modules, RegionOptions options, JurisdictionPackage package, IConfiguration configuration, TimeProvider time, Assembly? contracts)
    {
        export = TelemetryExport.Start(configuration, options.Region);
        Issuer = options.Trusted.Count == 0 ? LocalIssuer.Open(data.Path, options.Region, time) : null;
        var shared = new SharedParts(options, data, package, new LocalBus(), peers = new PeerDirectory(options.GrpcRoutes, time), new TokenTrust(options, Issuer, time),
            front.Services.GetRequiredService<ILoggerFactory>(), time, new Stopping(stopping.Token));
        apps.AddRange(await Task.WhenAll(arguments.Instances.Select(i => Task.Run(() => Build(i.Service, i.Agency)))));
        foreach (var app in apps)
        {
            shared.Bus.Register(app.Services.GetRequiredService<Consumer>());
            shared.Peers.Register(app);
        }
        FrontDoor.Map(front, this, options, package);
        if (contracts is not null) new ContractPages(new ContractFiles(contracts)).Map(front);
        // Streams end when the stop begins: the listener waits for every call under way, and a stream would hold it until its patience is over.
        front.Lifetime.ApplicationStopping.Register(stopping.Cancel);
        await front.StartAsync();
        // A database that is not there yet is waited for, until somebody stops the process.
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, front.Lifetime.ApplicationStopping);
        await Task.WhenAll(apps.Select(a => Task.Run(() => a.PrepareAsync(waiting.Token))));
        apps.ForEach(a => a.StartLoops());
        IsReady = true;
        FrontDoor.Announce(front, options, Address, Issuer is not null);

        ModuleApp Build(string service, string? agency)
        {
            var module = modules.First(m => m.Name == service);
            var instance = new ServiceInstance(service, agency, options.Region) { IsConfidential = module.ConfidentialTo is not null };
            return ModuleApp.Build(module, options.Database is null ? instance : instance with { Replica = $"{instance.Name}/{Guid.NewGuid():N}" }, shared);
        }
    }

    internal Task WaitForStopAsync() => front.WaitForShutdownAsync();

    /// <summary>Open streams end, calls under way are answered, loops stop, files are closed, the folder is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isOver) return;
        isOver = true;
        IsReady = false;
        await stopping.CancelAsync();
        await front.StopAsync();
        foreach (var app in apps) await app.StopLoopsAsync();
        Failpoint.Hit("stop.loops-ended");
        foreach (var app in apps) await app.DisposeAsync();
        peers?.Dispose();
        export?.Dispose();
        await front.DisposeAsync();
        data.Dispose();
    }
}
