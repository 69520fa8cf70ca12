using System.Net;
using System.Net.Sockets;

namespace Coordination.CommandLine.Servers;

/// <summary>A loopback port that nobody listens on now.</summary>
internal static class FreePort
{
    internal static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
