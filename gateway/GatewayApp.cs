using Coordination.Contracts.Pages;
using Coordination.Contracts.Tokens;
using Microsoft.Extensions.Logging.Console;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace Coordination.Gateway;

/// <summary>The edge of a region: one address for all services. It lets no wrong token in, decides nothing else about a caller, and knows no business.</summary>
internal static class GatewayApp
{
    internal static WebApplication Build(GatewayOptions options, IConfiguration configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => Listeners.Open(k, options));
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Yarp", LogLevel.Error);
        if (configuration["COORDINATION_LOG"] == "json") builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else builder.Logging.AddSimpleConsole(Line);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddRouting().AddSingleton(options).AddSingleton<RegionPage>();
        builder.Services.AddSingleton(TokenCheck.Of(options.Region, options.Trusted, options.IsLoopbackOnly, TimeProvider.System));
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, LeftOutAtOnce>();
        builder.Services.AddSingleton<IDestinationResolver, Replicas>();
        builder.Services.AddHostedService(_ => new Tracing(configuration));
        Limits.AddTo(builder.Services, options.Rate);
        AddProxy(builder.Services, options);
        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void AddProxy(IServiceCollection services, GatewayOptions options)
    {
        var routes = options.Services.SelectMany(ApiRoutes.Of).Concat(options.Grpc.SelectMany(GrpcRoutes.Of)).ToList();
        var clusters = options.Services.Select(Clusters.Of).Concat(options.Grpc.Select(Clusters.Grpc)).ToList();
        services.AddReverseProxy().LoadFromMemory(routes, clusters)
            .ConfigureHttpClient((_, handler) => handler.ConnectTimeout = TimeSpan.FromSeconds(2))
            .AddTransforms(t =>
            {
                t.AddRequestTransform(SameTarget.SetAsync);
                t.AddRequestTransform(ClientCertificates.HandOnAsync);
            });
    }

    private static void Map(WebApplication app)
    {
        app.UseRouting();
        app.UseMiddleware<ProxyAnswers>();
        app.UseRateLimiter();
        app.Use((http, next) => Limits.CheckBodyAsync(http, next));
        app.UseMiddleware<Patience>();
        app.UseMiddleware<TokenGate>();
        app.MapGet("/alive", () => TypedResults.Ok(new { status = "alive" }));
        app.MapGet("/ready", () => TypedResults.Ok(new { status = "ready" }));
        new ContractPages(new ContractFiles(typeof(GatewayApp).Assembly)).Map(app);
        app.MapGet("/v1/region", (RegionPage page, CancellationToken ct) => page.ReadAsync(ct));
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(AnotherReplica.TryAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
    }

    private static void Line(SimpleConsoleFormatterOptions o) => (o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, "HH:mm:ss ");
}
