using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coordination.Tests.Functional.Gateway;

/// <summary>Stands where a service stands and tells what reached it.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication app;
    private int calls;

    private StubService(string name, HttpProtocols protocols, RequestDelegate? answer, Uri? at)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, at?.Port ?? 0, l => l.Protocols = protocols));
        app = builder.Build();
        app.Run(http => http.Request.Path.Value switch
        {
            "/ready" => Ready(http),
            "/v1/region" => http.Response.WriteAsJsonAsync(new { region = "test", package = "p", version = "1", services = new[] { new { name } } }),
            _ => Count() is var _ && answer is not null ? answer(http) : Echo(http, name),
        });
    }

    internal Uri Address => new(app.Urls.First());

    internal int Calls => calls;

    /// <summary>What it says of itself.</summary>
    internal bool IsReady { get; set; } = true;

    internal static async Task<StubService> StartAsync(string name, RequestDelegate? answer = null, HttpProtocols protocols = HttpProtocols.Http1, Uri? at = null)
    {
        var stub = new StubService(name, protocols, answer, at);
        await stub.app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task Ready(HttpContext http)
    {
        http.Response.StatusCode = IsReady ? 200 : 503;
        return Task.CompletedTask;
    }

    private int Count() => Interlocked.Increment(ref calls);

    private static async Task Echo(HttpContext http, string name)
    {
        using var body = new StreamReader(http.Request.Body);
        await http.Response.WriteAsJsonAsync(new
        {
            name,
            target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
            traceparent = http.Request.Headers.TraceParent.ToString(),
            forwarded = http.Request.Headers["X-Forwarded-For"].ToString(),
            body = await body.ReadToEndAsync(),
        });
    }
}
