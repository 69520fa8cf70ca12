using System.Net;

namespace Coordination.Platform;

/// <summary>The seam to the names of the network.</summary>
internal interface IHostAddresses
{
    /// <summary>Every address that the name stands for now.</summary>
    Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken ct);
}

/// <summary>As this machine resolves them.</summary>
internal sealed class HostAddresses : IHostAddresses
{
    public async Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken ct) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? [address] : await Dns.GetHostAddressesAsync(host, ct);
}
