using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>What the instances of one process share: nothing of any domain.</summary>
internal sealed record SharedParts(
    RegionOptions Options, DataFolder Data, JurisdictionPackage Package, LocalBus Bus, PeerDirectory Peers, TokenTrust Trust, ILoggerFactory Logs, TimeProvider Time, Stopping Stopping);

/// <summary>Tells open streams that the process is stopping, so that they end and it can.</summary>
public sealed class Stopping(CancellationToken token)
{
    /// <summary>Cancelled when the process begins to stop.</summary>
    public CancellationToken Token => token;
}
