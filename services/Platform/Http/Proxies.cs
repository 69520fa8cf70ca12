using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Coordination.Platform;

/// <summary>Whose word on a caller's address is taken: the gateway's. <c>COORDINATION_PROXIES</c> lists its networks; loopback always.</summary>
internal static class Proxies
{
    /// <exception cref="StartFailedException">An entry is no network.</exception>
    internal static ForwardedHeadersOptions Trust(string? networks)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        foreach (var text in (networks ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(text, out var network)
                ? network : throw new StartFailedException($"COORDINATION_PROXIES: '{text}' is no network such as 10.1.0.0/16."));
        return options;
    }
}
