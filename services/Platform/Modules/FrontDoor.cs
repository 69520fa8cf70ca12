using Coordination.Contracts;
using Coordination.Contracts.Tokens;
using Coordination.Platform.Grpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>The one listener of a process: it knows every instance's routes and hands each request to the instance that owns it.</summary>
internal static partial class FrontDoor
{
    internal static WebApplication Build(RegionOptions options, IConfiguration configuration, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = CallMiddleware.BodyLimit;
        });
        Listeners.Open(builder.WebHost, options);
        builder.Services.AddSingleton(time);
        builder.Services.AddRoutingCore();
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = ProblemLanguage.Choose);
        builder.Services.AddSingleton(Proxies.Trust(configuration["COORDINATION_PROXIES"]));
        builder.Services.ConfigureHttpJsonOptions(o => Wire.Strict(o.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        Logs.Add(builder.Logging, configuration);
        builder.Services.AddSingleton<IHostLifetime, ConsoleStop>();
        return builder.Build();
    }

    internal static void Map(WebApplication front, RunningRegion region, RegionOptions options, JurisdictionPackage package)
    {
        front.UseMiddleware<ErrorBoundary>();
        front.UseMiddleware<CertificateHeader>();
        front.UseForwardedHeaders(front.Services.GetRequiredService<ForwardedHeadersOptions>());
        front.UseRouting();
        front.MapGet("/alive", () => TypedResults.Ok(new { status = "alive" }));
        front.MapGet("/ready", () => region.IsReady ? Results.Ok(new { status = "ready" }) : new StartingResult());
        front.MapGet("/v1/region", () => TypedResults.Ok(new RegionView(options.Region, package.Id, package.Version, [.. region.Apps.Select(a => new ServiceName(a.Instance.Name))], OfferedProvider.Of(options.Trusted))));
        region.Issuer?.Map(front);
        foreach (var app in region.Apps)
        {
            foreach (var route in app.Routes) Forward(front, region, app, route);
            OperationDoor.Map(front, region, app);
        }
        front.MapRpc(new HealthService(region, front.Services.GetRequiredService<TimeProvider>()));
    }

    private static void Forward(WebApplication front, RunningRegion region, ModuleApp app, RouteEndpoint route)
    {
        var pattern = route.RoutePattern.RawText!;
        if (pattern.Contains("{documentName}")) pattern = $"/openapi/{app.Instance.Name}.json";
        else if (app.Instance.Agency is { } agency) pattern = pattern.Replace("{agency}", agency, StringComparison.Ordinal);
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        front.MapMethods(pattern, methods, http => region.IsReady ? app.DispatchAsync(http) : new StartingResult().ExecuteAsync(http));
    }

    internal static void Announce(WebApplication front, RegionOptions options, string address, bool local)
    {
        var log = front.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Coordination");
        Ready(log, options.Region, address);
        if (local) NotForProduction(log);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Region {Region} is ready at {Address}")]
    private static partial void Ready(ILogger log, string region, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "NOT FOR PRODUCTION: the local issuer gives a token to anyone on this machine")]
    private static partial void NotForProduction(ILogger log);

    private sealed class StartingResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Problems.WriteAsync(httpContext, new Refusal("starting", "The process is starting or stopping; try again.", null, 503));
    }
}

/// <summary>The region as a caller first sees it.</summary>
/// <param name="Region">Its name.</param>
/// <param name="Package">Its jurisdiction package.</param>
/// <param name="Version">The package's version.</param>
/// <param name="Services">The service instances that run here.</param>
/// <param name="Providers">Where its people sign in; none where the local issuer is all there is.</param>
internal sealed record RegionView(string Region, string Package, string Version, IReadOnlyList<ServiceName> Services, IReadOnlyList<OfferedProvider> Providers);

/// <summary>A service instance.</summary>
/// <param name="Name"><c>service</c> or <c>service@agency</c>.</param>
public sealed record ServiceName(string Name);
