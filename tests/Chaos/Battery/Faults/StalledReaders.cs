using System.Diagnostics;
using System.Globalization;
using Coordination.CommandLine.Regions;
using Coordination.Contracts;
using Coordination.Rpc;
using Coordination.Rpc.Exchange.V1;

namespace Coordination.Tests.Chaos;

/// <summary>
/// F10: subscribers of the whole log, by server-sent events and by gRPC, who stop reading while others read on; then they read on too, or come again after the
/// last event that they had. Each has every position once. They begin so far back that what
/// they do not read fills whatever stands between.
/// </summary>
internal sealed class StalledReaders(int streams, TimeSpan lasting) : IFault, IDisposable
{
    private const int Behind = 2000;
    private readonly CancellationTokenSource stop = new();
    private readonly List<StalledReader> readers = [];
    private RpcChannel? channel;
    private long enough;

    public string Name => $"F10 {streams} of {streams + 1} subscribers stalled";

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        enough = Rest.Count((await region.Door.JournalsAsync(region.Scene.Operator, ct)).Single(j => $"{j["service"]}" == "exchange"), "head");
        var begin = Math.Max(0, enough - Behind);
        for (var n = 1; n < streams; n++) readers.Add(new(await region.Door.ClientAsync("region", [Roles.Operator, Roles.Auditor], ct), begin));
        await Task.WhenAll(readers.Select(r => r.BeginAsync(ct)));
        var token = await RegionClient.At(region.Door.Address).TokenAsync("region", [Roles.Integration, Roles.Auditor], null, ct);
        channel = RpcChannel.ForAddress(region.Running.GrpcAddress, _ => Task.FromResult(token));
        using var call = new Events.EventsClient(channel.CreateCallInvoker()).Subscribe(begin > 0 ? new() { After = begin.ToString(CultureInfo.InvariantCulture) } : new(), cancellationToken: stop.Token);
        Assert.True(await call.ResponseStream.MoveNext(ct));
        await Until.LastsAsync(lasting).WaitAsync(ct);
        var last = call.ResponseStream.Current.Position;
        for (Assert.Equal(begin + 1, last); last < enough; last++)
        {
            Assert.True(await call.ResponseStream.MoveNext(ct), $"the gRPC stream ended at {last}");
            Assert.Equal(last + 1, call.ResponseStream.Current.Position);
        }
    }

    public async Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Healing.Limit);
        await Task.WhenAll(readers.Select(r => r.ReadToAsync(enough, limit.Token)));
        Assert.True(clock.Elapsed < Healing.Limit, "stalled subscribers did not come up to date");
        Dispose();
    }

    public void Dispose()
    {
        stop.Cancel();
        readers.ForEach(r => r.Dispose());
        readers.Clear();
        channel?.Dispose();
        stop.Dispose();
    }
}
