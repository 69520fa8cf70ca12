using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>Everyone who works on the region during a cell.</summary>
internal sealed class RegionLoad : IAsyncDisposable
{
    /// <summary>Nothing is promised of a region that has just started on a busy machine, but that it comes to rest.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource giveUp = new();
    private readonly CancellationTokenSource endOfStreams = new();
    private readonly List<IDisposable> clients = [];
    private readonly List<Worker> workers = [];
    private Subscriber? subscriber;
    private readonly ClientLog log;
    private IReadOnlyList<Task> working = [];
    private Task following = Task.CompletedTask;

    private RegionLoad(ClientLog log) => this.log = log;

    /// <summary>Begins the work. Tokens are fetched before, as a client that works all day has its own.</summary>
    /// <param name="door">Where.</param>
    /// <param name="scene">On what.</param>
    /// <param name="cell">Name that no other load of the region has.</param>
    /// <param name="file">The clients' log.</param>
    /// <param name="head">Where the subscriber begins.</param>
    /// <param name="random">The seed's.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="forgetsItsCursor">A subscriber that is broken on purpose.</param>
    internal static async Task<RegionLoad> StartAsync(Door door, BatteryScene scene, string cell, string file, long head, Random random, CancellationToken ct, bool forgetsItsCursor = false)
    {
        var load = new RegionLoad(new ClientLog(file));
        for (var n = 1; n <= 3; n++)
        {
            load.workers.Add(new Reporter(await load.ClientAsync(door, $"agency-{n}", [Roles.Reporter], ct), scene, cell, n));
            load.workers.Add(new Lender(await load.ClientAsync(door, BatteryScene.Lender, [Roles.Logistics, Roles.Commander], ct), scene, cell, n, new Random(random.Next())));
        }
        for (var n = 1; n <= 2; n++)
            load.workers.Add(new Commander(await load.ClientAsync(door, "county", [Roles.Commander], ct), await load.ClientAsync(door, BatteryScene.Lender, [Roles.Commander], ct), scene, cell, n));
        load.subscriber = new Subscriber(await door.ClientAsync("region", [Roles.Operator, Roles.Auditor], ct), load.log, $"{cell}-subscriber", head, forgetsItsCursor);
        load.following = load.subscriber.RunAsync(load.endOfStreams.Token);
        load.working = load.workers.ConvertAll(w => Task.Run(() => w.RunAsync(load.stop.Token, load.giveUp.Token), CancellationToken.None));
        return load;
    }

    /// <summary>Waits until everyone had so many answers more.</summary>
    internal async Task EachAsync(int more, TimeSpan patience)
    {
        var goals = workers.Select(w => (Worker: w, Goal: w.Acknowledged + more)).ToList();
        await Until.TrueAsync(async () =>
        {
            foreach (var ended in working.Where(w => w.IsCompleted)) await ended;
            return goals.TrueForAll(g => g.Worker.Acknowledged >= g.Goal);
        }, patience, () => $"not answered: {string.Join(", ", goals.Where(g => g.Worker.Acknowledged < g.Goal).Select(g => $"{g.Worker.GetType().Name} ({g.Worker.Trouble})"))}");
    }

    /// <summary>Waits until the subscriber was given something.</summary>
    internal Task HeardAsync(TimeSpan patience) => Until.TrueAsync(() => subscriber!.HasHeard, patience, () => "the subscriber was given nothing");

    /// <summary>Lets everyone finish what they are at; who is not answered by then gives up.</summary>
    internal async Task StopAsync(DateTimeOffset until)
    {
        await stop.CancelAsync();
        if (until - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero) giveUp.CancelAfter(left);
        else await giveUp.CancelAsync();
        await Task.WhenAll(working);
    }

    /// <summary>Ends the streams, once they have all there is or the time is over: then the log shows what they miss.</summary>
    internal async Task EndStreamsAsync(long head, DateTimeOffset until)
    {
        await Until.TrueAsync(() => subscriber!.Last >= head || DateTimeOffset.UtcNow > until, Patience, () => "");
        await endOfStreams.CancelAsync();
        await following;
        log.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(stop.CancelAsync(), giveUp.CancelAsync(), endOfStreams.CancelAsync());
        await Task.WhenAll([.. working, following]).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        log.Dispose();
        clients.ForEach(c => c.Dispose());
        subscriber?.Dispose();
        stop.Dispose();
        giveUp.Dispose();
        endOfStreams.Dispose();
    }

    private async Task<CarefulClient> ClientAsync(Door door, string agency, IReadOnlyList<string> roles, CancellationToken ct)
    {
        var client = new CarefulClient(await door.ClientAsync(agency, roles, ct), log, agency);
        clients.Add(client);
        return client;
    }
}
