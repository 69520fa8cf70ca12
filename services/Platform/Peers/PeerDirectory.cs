namespace Coordination.Platform;

/// <summary>Which instances can be asked, and how: those of this process without a wire, others at the addresses of <c>COORDINATION_GRPC_ROUTES</c>.</summary>
internal sealed class PeerDirectory : IDisposable
{
    private readonly Dictionary<string, IPeer> peers = new(StringComparer.Ordinal);

    /// <param name="routes"><c>command=http://a:1,http://b:1;resources@fire=…</c>, as the gateway takes them; null for none.</param>
    /// <param name="time">By which deadlines are kept.</param>
    /// <exception cref="StartFailedException">It is not of that form.</exception>
    internal PeerDirectory(string? routes, TimeProvider time)
    {
        foreach (var route in (routes ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (route.Split('=', 2) is not [{ Length: > 0 } instance, { Length: > 0 } addresses])
                throw new StartFailedException($"COORDINATION_GRPC_ROUTES must look like command=http://127.0.0.1:8801;resources@fire=http://…, not '{route}'.");
            peers[instance] = new RemotePeer([.. Listeners.Split(addresses.Replace(',', ';'))], time);
        }
    }

    internal void Register(ModuleApp app) => peers[app.Instance.Name] = new LocalPeer(app);

    /// <summary>An agency's own instance where there is one, otherwise the one that serves all; null when neither is known.</summary>
    internal IPeer? Find(string service, string? agency) =>
        agency is not null && peers.TryGetValue($"{service}@{agency}", out var own) ? own : peers.GetValueOrDefault(service);

    public void Dispose()
    {
        foreach (var remote in peers.Values.OfType<IDisposable>()) remote.Dispose();
    }
}
