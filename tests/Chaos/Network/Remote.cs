using System.Net;
using Coordination.CommandLine.Up;
using Npgsql;

namespace Coordination.Tests.Chaos;

/// <summary>
/// A process of the region on a machine of its own. Everything between it and the rest goes through the cable of its namespace and, at the host's end,
/// through one link for each peer: broker, database and issuer outwards, its HTTP and gRPC ports inwards. The process itself knows nothing of that.
/// </summary>
internal sealed class Remote : IAsyncDisposable
{
    private readonly Dictionary<Peer, FaultProxy> links = [];

    private Remote(string name, NetworkNamespace machine) => (Name, Machine) = (name, machine);

    internal string Name { get; }

    internal NetworkNamespace Machine { get; }

    internal FaultProxy this[Peer peer] => links[peer];

    internal IEnumerable<FaultProxy> Links => links.Values;

    /// <summary>Puts a part elsewhere before it is started.</summary>
    internal static async Task<(Remote Remote, Part Part)> PlaceAsync(LocalRegion region, Part part, CancellationToken ct)
    {
        var remote = new Remote(part.Name, await NetworkNamespace.CreateAsync(ct));
        try
        {
            await remote.LinkOutwardsAsync(Peer.Broker, region.Rabbit!.Port, ct);
            await remote.LinkOutwardsAsync(Peer.Database, new NpgsqlConnectionStringBuilder(region.Postgres!.AdminConnection).Port, ct);
            await remote.LinkOutwardsAsync(Peer.Issuer, new Uri(part.Environment["COORDINATION_AUTHORITY"]).Port, ct);
            await remote.LinkInwardsAsync(Peer.Callers, part.Address.Port, ct);
            await remote.LinkInwardsAsync(Peer.GrpcCallers, new Uri(part.Environment["COORDINATION_GRPC_URLS"]).Port, ct);
            return (remote, part with { Launcher = [.. remote.Machine.Launcher, .. part.Launcher] });
        }
        catch
        {
            await remote.DisposeAsync();
            throw;
        }
    }

    /// <summary>All its links clear, its cable plugged in, nothing dropped.</summary>
    internal async Task MendAsync(CancellationToken ct)
    {
        foreach (var link in Links) link.Weather = LinkWeather.Clear;
        await Machine.PassAsync(ct);
        await Machine.PlugAsync(isIn: true, ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var link in Links) await link.DisposeAsync();
        await Machine.DisposeAsync();
    }

    private async Task LinkOutwardsAsync(Peer peer, int port, CancellationToken ct)
    {
        links[peer] = FaultProxy.Start(new(Machine.Host, port), new IPEndPoint(IPAddress.Loopback, port), BatteryOptions.Seed);
        await Machine.OutwardsAsync(port, ct);
    }

    private async Task LinkInwardsAsync(Peer peer, int port, CancellationToken ct)
    {
        links[peer] = FaultProxy.Start(new(IPAddress.Loopback, port), new IPEndPoint(Machine.Inside, port), BatteryOptions.Seed);
        await Machine.InwardsAsync(port, ct);
    }
}

/// <summary>Whom a process speaks with.</summary>
internal enum Peer { Broker, Database, Issuer, Callers, GrpcCallers }
