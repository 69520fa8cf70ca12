using System.Net;

namespace Coordination.Platform;

/// <summary>
/// Where this process calls when someone outside names the address: https to the open network, and beyond that only what the operator allows with
/// <c>COORDINATION_WEBHOOK_ALLOW</c>, a list of networks (<c>10.20.0.0/16</c>), addresses and host names, which may also be called without TLS.
/// </summary>
internal sealed class OutboundRules
{
    private readonly List<IPNetwork> networks = [];
    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="StartFailedException">An item is neither a network, an address nor a host name.</exception>
    internal OutboundRules(string? allowed)
    {
        foreach (var item in (allowed ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            if (IPNetwork.TryParse(item, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(item, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else if (Uri.CheckHostName(item) == UriHostNameType.Dns) hosts.Add(item);
            else throw new StartFailedException($"COORDINATION_WEBHOOK_ALLOW holds '{item}', which is no network, address or host name.");
    }

    /// <summary>What is wrong with an address, as far as its text tells; null when it may be called. A name is looked up when it is called, each time.</summary>
    internal Refusal? Judge(string text, string pointer)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0 || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return Refusal.Invalid(pointer, "url", "Must be an absolute https address without user name and fragment.");
        if (IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var address))
            return Allows(uri, [address]) ? null : Refusal.Invalid(pointer, "target-not-allowed", "This address may not be called from here.");
        return uri.Scheme == "https" || hosts.Contains(uri.IdnHost) || networks.Count > 0 ? null : Refusal.Invalid(pointer, "target-not-allowed", "Must be an https address.");
    }

    /// <summary>Every address that a name stands for must be one that may be called: one bad one refuses them all.</summary>
    internal bool Allows(Uri uri, IReadOnlyList<IPAddress> addresses) =>
        addresses.Count > 0 && (hosts.Contains(uri.IdnHost) || addresses.All(a => IsListed(a) || (uri.Scheme == "https" && PublicAddresses.Has(a))));

    private bool IsListed(IPAddress address) => PublicAddresses.Plain(address) is var plain && networks.Exists(n => n.Contains(plain));
}
