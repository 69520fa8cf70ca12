using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Coordination.Gateway;

/// <summary>
/// A name stands for all its addresses, each a replica of its own, looked up every few seconds: a headless Service of Kubernetes names its pods so.
/// A name that nobody knows yet stays as it is; calls to it are answered with 503 until it is known.
/// </summary>
internal sealed class Replicas : IDestinationResolver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        if (destinations.Values.All(d => !IsName(new Uri(d.Address)))) return new(destinations, null);
        var found = await Task.WhenAll(destinations.Select(d => FindAsync(d.Key, d.Value, cancellationToken)));
        var renewal = new CancellationTokenSource(Renewal);
        return new(found.SelectMany(f => f).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), new CancellationChangeToken(renewal.Token));
    }

    /// <summary>A certificate is for a name, so an https address keeps it.</summary>
    private static bool IsName(Uri address) => address.Scheme == "http" && !IPAddress.TryParse(address.Host.Trim('[', ']'), out _);

    private static async Task<IEnumerable<KeyValuePair<string, DestinationConfig>>> FindAsync(string key, DestinationConfig destination, CancellationToken ct)
    {
        var address = new Uri(destination.Address);
        if (!IsName(address)) return [new(key, destination)];
        try
        {
            return (await Dns.GetHostAddressesAsync(address.Host, ct)).Select(ip => KeyValuePair.Create(
                $"{key}/{ip}", destination with { Address = new UriBuilder(address) { Host = $"{ip}" }.ToString(), Host = address.Authority }));
        }
        catch (SocketException)
        {
            return [new(key, destination)];
        }
    }
}
