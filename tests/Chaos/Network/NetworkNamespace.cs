using System.Globalization;
using System.Net;
using Coordination.CommandLine.Servers;

namespace Coordination.Tests.Chaos;

/// <summary>
/// A machine of its own for one process, as far as the network goes: a namespace at the end of a cable, with loopback ports that lead to the same ports
/// of the host and back. Cutting the cable or dropping packets is done here, and nothing of the host's own rules is touched. Needs root.
/// </summary>
internal sealed class NetworkNamespace : IAsyncDisposable
{
    private readonly int number;

    private NetworkNamespace(int number) => this.number = number;

    /// <summary>The host's end of the cable.</summary>
    internal IPAddress Host => IPAddress.Parse($"10.213.{number}.1");

    internal IPAddress Inside => IPAddress.Parse($"10.213.{number}.2");

    /// <summary>Runs a program inside.</summary>
    internal IReadOnlyList<string> Launcher => ["nsenter", $"--net=/run/netns/{Name}", "--"];

    internal static bool IsPossible => Environment.UserName == "root";

    private string Name => $"coordination-{number}";

    private string Cable => $"coord{number}";

    private string Plug => $"coord{number}p";

    /// <exception cref="ServerException">Says what the system refused.</exception>
    internal static async Task<NetworkNamespace> CreateAsync(CancellationToken ct)
    {
        if (!IsPossible) throw new ServerException("Network namespaces need root.");
        for (var free = 1; free < 250; free++)
        {
            // Whoever makes the name owns it: two runs on one machine never meet.
            if (!await Shell.TryAsync(ct, "ip", "netns", "add", $"coordination-{free}")) continue;
            var made = new NetworkNamespace(free);
            try
            {
                await made.WireAsync(ct);
                return made;
            }
            catch
            {
                await made.DisposeAsync();
                throw;
            }
        }
        throw new ServerException("All names coordination-1 to coordination-249 of network namespaces are taken: ip netns delete those that a killed run left.");
    }

    /// <summary>Inside, this loopback port leads to the same port at the host's end of the cable.</summary>
    internal Task OutwardsAsync(int port, CancellationToken ct) =>
        IptablesAsync(ct, "-t", "nat", "-A", "OUTPUT", "-d", "127.0.0.1", "-p", "tcp", "--dport", Text(port), "-j", "DNAT", "--to-destination", $"{Host}");

    /// <summary>Who calls this port at the inner end of the cable gets the loopback port inside.</summary>
    internal Task InwardsAsync(int port, CancellationToken ct) =>
        IptablesAsync(ct, "-t", "nat", "-A", "PREROUTING", "-i", Plug, "-p", "tcp", "--dport", Text(port), "-j", "DNAT", "--to-destination", "127.0.0.1");

    /// <summary>Pulls the cable, or plugs it in.</summary>
    internal Task PlugAsync(bool isIn, CancellationToken ct) => Shell.RunAsync(ct, "ip", "link", "set", Cable, isIn ? "up" : "down");

    /// <summary>Packets that leave (<see cref="Way.Out"/>) or come (<see cref="Way.Back"/>) are dropped; with a port only those to and from that port of the host.</summary>
    internal async Task DropAsync(Way ways, int? port, CancellationToken ct)
    {
        if (ways.HasFlag(Way.Out)) await IptablesAsync(ct, ["-A", "OUTPUT", "-o", Plug, .. Of("--dport", port), "-j", "DROP"]);
        if (ways.HasFlag(Way.Back)) await IptablesAsync(ct, ["-A", "INPUT", "-i", Plug, .. Of("--sport", port), "-j", "DROP"]);
    }

    /// <summary>Drops nothing more.</summary>
    internal Task PassAsync(CancellationToken ct) => IptablesAsync(ct, "-F");

    /// <summary>
    /// How often something inside tried to reach anyone but the host at the other end: packets without a way, and every datagram, which can only have been a
    /// question for a name. Only while the cable is in.
    /// </summary>
    internal async Task<long> StraysAsync(CancellationToken ct)
    {
        var lines = (await Shell.ReadAsync(ct, [.. Launcher, "cat", "/proc/net/snmp", "/proc/net/snmp6"])).Split('\n');
        return Of("Ip:", "OutNoRoutes") + Of("Udp:", "OutDatagrams")
            + lines.Select(l => l.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).Where(l => l is ["Ip6OutNoRoutes" or "Udp6OutDatagrams", _]).Sum(l => Number(l[1]));

        long Of(string protocol, string counter)
        {
            var two = lines.Where(l => l.StartsWith(protocol, StringComparison.Ordinal)).Select(l => l.Split(' ')).ToList();
            return Number(two[1][Array.IndexOf(two[0], counter)]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Shell.TryAsync(CancellationToken.None, "ip", "link", "delete", Cable);
        await Shell.TryAsync(CancellationToken.None, "ip", "netns", "delete", Name);
    }

    private async Task WireAsync(CancellationToken ct)
    {
        await Shell.RunAsync(ct, "ip", "link", "add", Cable, "type", "veth", "peer", "name", Plug, "netns", Name);
        await Shell.RunAsync(ct, "ip", "address", "add", $"{Host}/30", "dev", Cable);
        await Shell.RunAsync(ct, "ip", "link", "set", Cable, "up");
        await InsideAsync(ct, "ip", "address", "add", $"{Inside}/30", "dev", Plug);
        await InsideAsync(ct, "ip", "link", "set", Plug, "up");
        await InsideAsync(ct, "ip", "link", "set", "lo", "up");
        await InsideAsync(ct, "sh", "-c", $"echo 1 > /proc/sys/net/ipv4/conf/{Plug}/route_localnet; echo 1 > /proc/sys/net/ipv4/conf/all/route_localnet");
        await IptablesAsync(ct, "-t", "nat", "-A", "POSTROUTING", "-o", Plug, "-j", "MASQUERADE");
    }

    private Task InsideAsync(CancellationToken ct, params string[] command) => Shell.RunAsync(ct, [.. Launcher, .. command]);

    private Task IptablesAsync(CancellationToken ct, params string[] rule) => InsideAsync(ct, ["iptables", "-w", .. rule]);

    private static string[] Of(string side, int? port) => port is { } one ? ["-p", "tcp", side, Text(one)] : [];

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
