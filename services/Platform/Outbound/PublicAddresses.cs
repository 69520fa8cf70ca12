using System.Net;
using System.Net.Sockets;

namespace Coordination.Platform;

/// <summary>Which addresses are of the open network: everything else (private, loopback, link-local, metadata, multicast, documentation, tunnels) is refused.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] ClosedV4 =
    [
        .. ((string[])["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork OpenV6 = IPNetwork.Parse("2000::/3");

    /// <summary>Within the global range: protocol assignments with Teredo, documentation, and 6to4, which may lead to any IPv4 address.</summary>
    private static readonly IPNetwork[] ClosedV6 = [.. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]).Select(IPNetwork.Parse)];

    /// <summary>True for an address that a stranger may name.</summary>
    internal static bool Has(IPAddress address) => Plain(address) is var plain && plain.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(ClosedV4, n => n.Contains(plain)),
        AddressFamily.InterNetworkV6 => OpenV6.Contains(plain) && !Array.Exists(ClosedV6, n => n.Contains(plain)),
        _ => false,
    };

    /// <summary>An IPv4 address in IPv6 clothes is that IPv4 address.</summary>
    internal static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
