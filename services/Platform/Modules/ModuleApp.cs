using Coordination.Platform.Grpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>
/// One service instance in this process: its own container, pipeline and file. It has no listener; the process's front door hands it the
/// requests for its routes. No instance can resolve a type of another.
/// </summary>
internal sealed class ModuleApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly InnerServer server = new();

    private ModuleApp(ServiceModule module, ServiceInstance instance, SharedParts shared)
    {
        (Module, Instance) = (module, instance);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IServer>(server);
        InnerDiagnostics.Add(builder.Services);
        ModuleServices.Add(builder.Services, module, instance, shared);
        app = builder.Build();
        ModulePipeline.Use(app, module, instance);
        Routes = Freeze(app);
        Operations = OperationDoor.Operations(module, instance, Routes);
    }

    internal ServiceModule Module { get; }

    internal ServiceInstance Instance { get; }

    internal IServiceProvider Services => app.Services;

    /// <summary>Its routes, for the front door.</summary>
    internal IReadOnlyList<RouteEndpoint> Routes { get; }

    /// <summary>Its gRPC methods, by their full names.</summary>
    internal IReadOnlyDictionary<string, Operation> Operations { get; }

    internal static ModuleApp Build(ServiceModule module, ServiceInstance instance, SharedParts shared) => new(module, instance, shared);

    /// <summary>A group of routes makes each of them anew whenever it is asked for its endpoints, and it is asked often.</summary>
    private static List<RouteEndpoint> Freeze(IEndpointRouteBuilder app)
    {
        var routes = app.DataSources.SelectMany(d => d.Endpoints).Cast<RouteEndpoint>().ToList();
        app.DataSources.Clear();
        app.DataSources.Add(new DefaultEndpointDataSource(routes));
        return routes;
    }

    /// <summary>Brings the file to the newest schema and opens the lane: from here on it can take events and calls.</summary>
    internal async Task PrepareAsync(CancellationToken ct)
    {
        // A key that is missing is found now, not with the first contact that must be sealed, or the first alert that must be signed.
        _ = Services.GetRequiredService<ISecretBox>();
        _ = Services.GetService<SigningKeys>();
        await Services.GetRequiredService<ServiceLoops>().PrepareAsync(ct);
        await app.StartAsync(ct);
    }

    /// <summary>Builds the routes without opening anything.</summary>
    internal Task BuildRoutesAsync() => app.StartAsync();

    /// <summary>Starts sealing, relaying, retrying and firing.</summary>
    internal void StartLoops() => Services.GetRequiredService<ServiceLoops>().Start();

    internal Task StopLoopsAsync() => Services.GetRequiredService<ServiceLoops>().StopAsync();

    internal Task DispatchAsync(HttpContext outer) => server.DispatchAsync(outer);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await Services.GetRequiredService<IServiceStore>().DisposeAsync();
        await app.DisposeAsync();
    }

    /// <summary>A server without a socket: it keeps the application and runs it on requests that another server received.</summary>
    private sealed class InnerServer : IServer
    {
        private Func<IFeatureCollection, Task>? run;

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
        {
            run = async features =>
            {
                var context = application.CreateContext(features);
                try
                {
                    await application.ProcessRequestAsync(context);
                    application.DisposeContext(context, null);
                }
                catch (Exception e)
                {
                    application.DisposeContext(context, e);
                    throw;
                }
            };
            return Task.CompletedTask;
        }

        internal Task DispatchAsync(HttpContext outer) => run is null ? throw new StorageUnavailableException("The service is starting.") : run(Copy(outer.Features));

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }

        /// <summary>Only what belongs to the connection; routes, user and services are the inner pipeline's own.</summary>
        private static FeatureCollection Copy(IFeatureCollection outer)
        {
            var inner = new FeatureCollection();
            Take<IHttpRequestFeature>();
            Take<IHttpResponseFeature>();
            Take<IHttpResponseBodyFeature>();
            Take<IHttpConnectionFeature>();
            Take<IHttpRequestLifetimeFeature>();
            Take<IHttpRequestIdentifierFeature>();
            Take<IHttpRequestBodyDetectionFeature>();
            Take<IHttpMaxRequestBodySizeFeature>();
            Take<IHttpResponseTrailersFeature>();
            Take<IHttpResetFeature>();
            Take<IHttpExtendedConnectFeature>();
            return inner;

            void Take<T>() where T : class
            {
                if (outer.Get<T>() is { } feature) inner.Set(feature);
            }
        }

    }
}
