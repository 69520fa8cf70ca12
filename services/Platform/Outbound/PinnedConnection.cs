using System.Net.Sockets;

namespace Coordination.Platform;

/// <summary>
/// Opens the connection of a call to an address that somebody outside named: the name is looked up once, what it stands for is judged, and the connection
/// goes to exactly that. A name that stands for something else a moment later gains nothing.
/// </summary>
internal sealed class PinnedConnection(OutboundRules rules, IHostAddresses names)
{
    internal async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await names.OfAsync(context.DnsEndPoint.Host, ct);
        if (!rules.Allows(context.InitialRequestMessage.RequestUri!, addresses)) throw new TargetNotAllowedException();
        Exception? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException) throw;
                last = e;
            }
        }
        throw last!;
    }
}

/// <summary>The name stands for an address that may not be called.</summary>
internal sealed class TargetNotAllowedException() : Exception("The target may not be called from here.");
