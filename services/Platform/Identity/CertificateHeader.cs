using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>Which certificate a caller showed is the gateway's word, taken from the networks whose word on a caller's address is taken; from others it is nothing.</summary>
internal sealed class CertificateHeader(RequestDelegate next, ForwardedHeadersOptions proxies)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers.ContainsKey(BoundCertificate.Header) && !IsGateway(http.Connection.RemoteIpAddress)) http.Request.Headers.Remove(BoundCertificate.Header);
        return next(http);
    }

    /// <summary>The thumbprint, where there is one.</summary>
    internal static string? Of(HttpContext http) => http.Request.Headers[BoundCertificate.Header] is [{ Length: > 0 } thumbprint] ? thumbprint : null;

    private bool IsGateway(System.Net.IPAddress? from)
    {
        if (from is null) return false;
        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return proxies.KnownProxies.Contains(address) || proxies.KnownIPNetworks.Any(n => n.Contains(address));
    }
}
