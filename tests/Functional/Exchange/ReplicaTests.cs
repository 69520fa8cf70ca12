using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Intake;
using Coordination.Tests.Functional.Storage;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>Several replicas of Exchange on one database: one sends, and another goes on when it is gone.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private static readonly string[] Instances = ["intake@replica", "exchange@replica"];
    private readonly string folder = Directory.CreateTempSubdirectory("replicas").FullName;

    public async ValueTask InitializeAsync()
    {
        await Provisioned.MakeAsync(Instances, folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "key"), new byte[32]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task One_replica_sends_each_event_once_and_another_goes_on_after_it()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var first = await Replica.StartAsync(folder, "first");
        await using var second = await Replica.StartAsync(folder, "second");
        var station = new Station(first);
        var subscription = await station.SubscribeAsync(receiver);
        var sent = new List<string>();
        for (var n = 0; n < 10; n++) sent.Add(await station.ReportAsync());
        await receiver.HearsAsync(p => sent.All(s => p.Any(x => x.Subject == s)));
        Assert.Equal(sent.Count, receiver.Parcels.Count);
        // What was heard and not yet written down is sent again: that is the promise.
        await Functional.Platform.ProbeRegion.UntilAsync(async () => (await station.DeliveriesAsync(subscription)).Count(d => d.Text("outcome") == "Answered") >= sent.Count);
        await first.DisposeAsync();
        var late = await new Station(second) { Area = station.Area }.ReportAsync();
        await receiver.HearsAsync(p => p.Any(x => x.Subject == late));
        var heard = receiver.Parcels;
        Assert.Equal(heard.Count, heard.Select(p => p.Id).Distinct().Count());
    }

    /// <summary>One process with both services.</summary>
    private sealed class Replica(RunningRegion running) : Region, IAsyncDisposable
    {
        public override Uri Address => new(running.Address);

        public override Uri GrpcAddress => new(running.GrpcAddress!);

        internal static async Task<Replica> StartAsync(string folder, string name) => new(await RunningRegion.StartAsync(
            Arguments.Parse(["--modules", string.Join(',', Instances)], RegionModules.All), RegionModules.All, new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["COORDINATION_DATA"] = Path.Combine(folder, name),
                ["COORDINATION_DATABASE_FILE"] = Path.Combine(folder, "{instance}.database"),
                ["COORDINATION_KEY_FILE"] = Path.Combine(folder, "key"),
                ["COORDINATION_REGION"] = "test",
                ["COORDINATION_WEBHOOK_ALLOW"] = Receiver.Allowed,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            }).Build(), TimeProvider.System));

        protected override string Token(string agency, IReadOnlyList<string> roles, string subject) => running.Issuer!.Token(agency, roles, subject);

        public ValueTask DisposeAsync() => running.DisposeAsync();
    }
}
