using Coordination.Platform;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Storage;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>Several replicas of Exchange on one database: one sends, and another goes on when it is gone.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly Replicas replicas = new("intake@replica", "exchange@replica");

    public async ValueTask InitializeAsync() => await replicas.ProvisionAsync();

    public ValueTask DisposeAsync()
    {
        replicas.Delete();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task One_replica_sends_each_event_once_and_another_goes_on_after_it()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var first = await Replica.StartAsync(replicas, "first");
        await using var second = await Replica.StartAsync(replicas, "second");
        var station = new Station(first);
        var subscription = await station.SubscribeAsync(receiver);
        var sent = new List<string>();
        for (var n = 0; n < 10; n++) sent.Add(await station.ReportAsync());
        await receiver.HearsAsync(p => sent.All(s => p.Any(x => x.Subject == s)));
        Assert.Equal(sent.Count, receiver.Parcels.Count);
        // What was heard and not yet written down is sent again: that is the promise.
        await Functional.Platform.ProbeRegion.UntilAsync(async () => (await station.DeliveriesAsync(subscription)).Count(d => d.Text("outcome") == "Answered") >= sent.Count);
        await first.DisposeAsync();
        var late = await new Station(second) { Agency = station.Agency, Area = station.Area }.ReportAsync();
        await receiver.HearsAsync(p => p.Any(x => x.Subject == late));
        var heard = receiver.Parcels;
        Assert.Equal(heard.Count, heard.Select(p => p.Id).Distinct().Count());
    }

    /// <summary>One process with both services.</summary>
    private sealed class Replica(RunningRegion running) : Region, IAsyncDisposable
    {
        public override Uri Address => new(running.Address);

        public override Uri GrpcAddress => new(running.GrpcAddress!);

        protected override IReadOnlyList<string> Services => [.. running.Apps.Select(a => a.Instance.Name)];

        internal static async Task<Replica> StartAsync(Replicas of, string name) => new(await of.StartAsync(name, "COORDINATION_WEBHOOK_ALLOW", Receiver.Allowed));

        protected override string Token(string agency, IReadOnlyList<string> roles, string subject) => running.Issuer!.Token(agency, roles, subject);

        public ValueTask DisposeAsync() => running.DisposeAsync();
    }
}
