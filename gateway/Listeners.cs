using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coordination.Gateway;

/// <summary>The ports: HTTP/1.1, with HTTP/2 where TLS lets the two agree on it; and HTTP/2 without TLS on ports of its own.</summary>
internal static class Listeners
{
    internal static void Open(KestrelServerOptions kestrel, GatewayOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = Limits.HeaderBytes;
        foreach (var url in options.Urls) Listen(kestrel, url, l => Secure(l, url, options));
        foreach (var url in options.GrpcUrls) Listen(kestrel, url, l => l.Protocols = HttpProtocols.Http2);
    }

    private static void Secure(ListenOptions listen, Uri url, GatewayOptions options)
    {
        listen.Protocols = url.Scheme == "https" ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        if (url.Scheme != "https") return;
        listen.UseHttps(https =>
        {
            https.ServerCertificate = X509Certificate2.CreateFromPemFile(options.Certificate!, options.CertificateKey);
            if (options.ClientAuthorities is { } authorities) ClientCertificates.Ask(https, authorities);
        });
    }

    private static void Listen(KestrelServerOptions kestrel, Uri url, Action<ListenOptions> configure)
    {
        if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)) kestrel.Listen(address, url.Port, configure);
        else if (url.IsLoopback) kestrel.ListenLocalhost(url.Port, configure);
        else kestrel.ListenAnyIP(url.Port, configure);
    }
}
