using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>Borrowers of several agencies who want the same few units and goods of one owner.</summary>
internal sealed class LendingLoad : IAsyncDisposable
{
    private const int Units = 3;
    private const int Tents = 2000;
    private const int BorrowersEach = 2;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource giveUp = new();
    private readonly ClientLog log;
    private readonly List<CarefulClient> clients = [];
    private readonly List<Worker> workers = [];
    private IReadOnlyList<Task> working = [];

    private LendingLoad(ClientLog log) => this.log = log;

    internal CommitGate Gate { get; } = new();

    /// <summary>Their books for others to read, by agency.</summary>
    internal static Task<HttpClient> ReaderAsync(LendingRegion region, string agency, CancellationToken ct) => region.Door.ClientAsync(agency, [Roles.Logistics], ct);

    /// <summary>Fills the owner's shelf, and gives borrowers that nobody has set to work.</summary>
    internal static async Task<(LendingLoad Load, IReadOnlyList<Borrower> Borrowers, Shelf Shelf)> PrepareAsync(
        LendingRegion region, string owner, IReadOnlyList<string> borrowers, string file, Random random, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(RegionLoad.Patience);
        ct = patience.Token;
        var load = new LendingLoad(new ClientLog(file));
        var dispatcher = await load.ClientAsync(region, owner, ct);
        var units = new List<Guid>();
        for (var n = 1; n <= Units; n++)
            units.Add(await IdAsync(dispatcher, $"{owner}-unit-{n}", $"/v1/agencies/{owner}/units", new { callSign = $"Boat {n}", typeCode = "speedboat", strength = Borrower.Wanted }, ct));
        await IdAsync(dispatcher, $"{owner}-tents", $"/v1/agencies/{owner}/stock-lots", new { typeCode = "tent", quantity = Tents, source = "Government" }, ct);
        var (shelf, made) = (new Shelf(owner, units), new List<Borrower>());
        foreach (var agency in borrowers)
            for (var n = 1; n <= BorrowersEach; n++)
                made.Add(new Borrower(agency, n, await load.ClientAsync(region, agency, ct), await load.ClientAsync(region, owner, ct), shelf, load.Gate, new Random(random.Next())));
        load.workers.AddRange(made);
        return (load, made, shelf);
    }

    internal void Start() => working = workers.ConvertAll(w => Task.Run(() => w.RunAsync(stop.Token, giveUp.Token), CancellationToken.None));

    /// <summary>Waits until everyone had so many answers more.</summary>
    internal async Task EachAsync(int more, TimeSpan patience)
    {
        var goals = workers.Select(w => (Worker: w, Goal: w.Acknowledged + more)).ToList();
        await Until.TrueAsync(async () =>
        {
            foreach (var ended in working.Where(w => w.IsCompleted)) await ended;
            return goals.TrueForAll(g => g.Worker.Acknowledged >= g.Goal);
        }, patience, () => $"not answered: {string.Join(", ", goals.Where(g => g.Worker.Acknowledged < g.Goal).Select(g => g.Worker.Trouble))}");
    }

    /// <summary>Lets everyone finish what they are at; who is not answered by then gives up.</summary>
    internal async Task StopAsync(TimeSpan patience)
    {
        await stop.CancelAsync();
        giveUp.CancelAfter(patience);
        await Task.WhenAll(working);
        log.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(stop.CancelAsync(), giveUp.CancelAsync());
        await Task.WhenAll(working).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        log.Dispose();
        clients.ForEach(c => c.Dispose());
        stop.Dispose();
        giveUp.Dispose();
    }

    private async Task<CarefulClient> ClientAsync(LendingRegion region, string agency, CancellationToken ct)
    {
        var client = new CarefulClient(await region.Door.ClientAsync(agency, [Roles.Logistics, Roles.Commander], ct), log, agency);
        clients.Add(client);
        return client;
    }

    private static async Task<Guid> IdAsync(CarefulClient client, string key, string path, object body, CancellationToken ct)
    {
        var answer = await client.PostAsync("shelf", key, path, body, null, null, ct);
        Assert.True(answer?.IsSuccess == true, $"{path}: {answer?.Body?.ToJsonString()} {client.Trouble}");
        return answer!.Body!["id"]!.GetValue<Guid>();
    }
}
