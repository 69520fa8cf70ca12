using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>Everyone who works on the region during a cell.</summary>
internal sealed class RegionLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource giveUp = new();
    private readonly CancellationTokenSource endOfStreams = new();
    private readonly List<IDisposable> clients = [];
    private readonly List<Worker> workers = [];
    private readonly List<Subscriber> subscribers = [];
    private readonly ClientLog log;
    private Task working = Task.CompletedTask;
    private Task following = Task.CompletedTask;

    private RegionLoad(ClientLog log) => this.log = log;

    internal IReadOnlyList<Subscriber> Subscribers => subscribers;

    /// <summary>Begins the work. Tokens are fetched before, as a client that works all day has its own.</summary>
    internal static async Task<RegionLoad> StartAsync(BatteryRegion region, string cell, string file, Random random, CancellationToken ct)
    {
        var load = new RegionLoad(new ClientLog(file));
        for (var n = 1; n <= 3; n++)
        {
            load.workers.Add(new Reporter(await load.ClientAsync(region, $"agency-{n}", [Roles.Reporter], ct), region.Scene, cell, n));
            load.workers.Add(new Lender(await load.ClientAsync(region, BatteryScene.Lender, [Roles.Logistics, Roles.Commander], ct), region.Scene, cell, n, new Random(random.Next())));
        }
        for (var n = 1; n <= 2; n++)
            load.workers.Add(new Commander(await load.ClientAsync(region, "county", [Roles.Commander], ct), await load.ClientAsync(region, BatteryScene.Lender, [Roles.Commander], ct), region.Scene, cell, n));
        var heads = await Healing.RestAsync(region, DateTimeOffset.UtcNow + Healing.Limit, ct);
        var subscriber = new Subscriber(await region.ClientAsync("region", [Roles.Operator, Roles.Auditor], ct), load.log, $"{cell}-subscriber", heads["exchange"]);
        load.subscribers.Add(subscriber);
        load.clients.Add(subscriber);
        load.following = subscriber.RunAsync(load.endOfStreams.Token);
        load.working = Task.WhenAll(load.workers.Select(w => Task.Run(() => w.RunAsync(load.stop.Token, load.giveUp.Token), CancellationToken.None)));
        return load;
    }

    /// <summary>Waits until everyone had so many answers more.</summary>
    internal async Task EachAsync(int more, TimeSpan patience, CancellationToken ct)
    {
        var goals = workers.Select(w => (Worker: w, Goal: w.Acknowledged + more)).ToList();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        while (goals.Find(g => g.Worker.Acknowledged < g.Goal).Worker is { } waiting)
        {
            if (working.IsCompleted) await working;
            Assert.False(limit.IsCancellationRequested, $"{waiting.GetType().Name} had no {more} answers in {patience.TotalSeconds} s");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Lets everyone finish what they are at; who is not answered by then gives up.</summary>
    internal async Task StopAsync(DateTimeOffset until)
    {
        await stop.CancelAsync();
        if (until - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero) giveUp.CancelAfter(left);
        else await giveUp.CancelAsync();
        await working;
    }

    /// <summary>Ends the streams, once they have all there is or the time is over: then the log shows what they miss.</summary>
    internal async Task EndStreamsAsync(long head, DateTimeOffset until)
    {
        while (subscribers.Exists(s => s.Last < head) && DateTimeOffset.UtcNow < until) await Task.Delay(20, CancellationToken.None);
        await endOfStreams.CancelAsync();
        await following;
        log.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(stop.CancelAsync(), giveUp.CancelAsync(), endOfStreams.CancelAsync());
        await Task.WhenAll(working, following).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        log.Dispose();
        clients.ForEach(c => c.Dispose());
        stop.Dispose();
        giveUp.Dispose();
        endOfStreams.Dispose();
    }

    private async Task<CarefulClient> ClientAsync(BatteryRegion region, string agency, IReadOnlyList<string> roles, CancellationToken ct)
    {
        var client = new CarefulClient(await region.ClientAsync(agency, roles, ct), log, agency);
        clients.Add(client);
        return client;
    }
}
