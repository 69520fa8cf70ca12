namespace Coordination.Tests.Chaos;

/// <summary>F7: a process of the region is cut off, wholly or one way, for a while. Regions are not linked yet: this is the network within one.</summary>
/// <param name="name">Which cell.</param>
/// <param name="part">Which process; it has a machine of its own.</param>
/// <param name="cut">Cuts it.</param>
/// <param name="lasting">For how long. What may be given up on within it is given up.</param>
internal sealed class Cut(string name, string part, Func<Remote, CancellationToken, Task> cut, TimeSpan lasting) : IFault
{
    public string Name => $"F7 {name}";

    internal static Cut Cable(string part, TimeSpan lasting) => new($"{part} without cable", part, (r, ct) => r.Machine.PlugAsync(isIn: false, ct), lasting);

    internal static Cut Deaf(string part, TimeSpan lasting) => new($"{part} deaf", part, (r, ct) => r.Machine.DropAsync(Way.Back, null, ct), lasting);

    internal static Cut Mute(string part, TimeSpan lasting) => new($"{part} mute", part, (r, ct) => r.Machine.DropAsync(Way.Out, null, ct), lasting);

    /// <summary>What it sends to one peer is lost; what that one sends arrives.</summary>
    internal static Cut OneWay(string part, Peer peer, TimeSpan lasting) =>
        new($"{part} mute to {peer}", part, (r, ct) => r.Machine.DropAsync(Way.Out, r[peer].Address.Port, ct), lasting);

    /// <summary>Nothing goes to one peer or comes from it, and all others are heard.</summary>
    internal static Cut From(string part, Peer peer, TimeSpan lasting) =>
        new($"{part} cut from {peer}", part, (r, ct) => r.Machine.DropAsync(Way.Both, r[peer].Address.Port, ct), lasting);

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        await cut(region.Remote(part), ct);
        await Until.LastsAsync(lasting).WaitAsync(ct);
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => region.MendAsync(ct);
}
