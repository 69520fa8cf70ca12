using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coordination.Platform;

/// <summary>The ports of a process: HTTP/1.1, and HTTP/2 without TLS on ports of its own; one port cannot serve both.</summary>
internal static class Listeners
{
    internal static void Open(ConfigureWebHostBuilder web, RegionOptions options)
    {
        if (options.GrpcUrls is not { } grpc)
        {
            web.UseUrls(options.Urls.Split(';'));
            return;
        }
        web.ConfigureKestrel(kestrel =>
        {
            foreach (var url in Split(options.Urls)) Listen(kestrel, url, HttpProtocols.Http1);
            foreach (var url in Split(grpc)) Listen(kestrel, url, HttpProtocols.Http2);
        });
    }

    internal static IEnumerable<Uri> Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(u =>
        Uri.TryCreate(u, UriKind.Absolute, out var url) ? url : throw new StartFailedException($"'{u}' is no address: http://127.0.0.1:8700"));

    private static void Listen(KestrelServerOptions kestrel, Uri url, HttpProtocols protocols)
    {
        if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)) kestrel.Listen(address, url.Port, l => l.Protocols = protocols);
        else if (url.IsLoopback) kestrel.ListenLocalhost(url.Port, l => l.Protocols = protocols);
        else kestrel.ListenAnyIP(url.Port, l => l.Protocols = protocols);
    }
}
