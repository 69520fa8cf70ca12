using System.Diagnostics;

namespace Coordination.Bench;

/// <summary>
/// One agency calls at fifty times its quota; another reads and reports as on any day. Blocks of both, alternating: the other's slowest hundredth with the
/// noise, beside its own without; and how many of its life-safety calls, and of the loud agency's, were refused.
/// </summary>
internal sealed class QuotaKept : IBenchmark
{
    /// <summary>Calls a minute: ten a second, so that fifty times as many are what two cores can send beside the work.</summary>
    private const int Quota = 600;

    private const int LoudPerSecond = Quota / 60 * 50;

    public string Name => "quota";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("bench").FullName;
        await using var ours = region.Start(Path.Combine(data, "region"), settings: new() { ["COORDINATION_QUOTA"] = $"{Quota}" });
        await ours.ReadyAsync();
        await using var reports = await Reporters.StartAsync(ours.Address);
        using var loud = await Callers.OfAsync(ours.Address, "loud", "duty-officer");
        var (quiet, refused, noise) = (new Pairs(), 0, 0L);
        await reports.SendAsync(effort.Of(200, 800), effort.Ct);
        foreach (var round in effort.Rounds(8, 20))
            await quiet.TakeAsync(round, async () =>
            {
                using var ends = CancellationTokenSource.CreateLinkedTokenSource(effort.Ct);
                var shouting = ShoutAsync(loud, () => Interlocked.Increment(ref noise), ends.Token);
                var slowest = await SlowestAsync(reports, () => refused++);
                await ends.CancelAsync();
                await shouting;
                return slowest;
            }, () => SlowestAsync(reports, () => refused++));
        await ours.TerminateAsync();
        Directory.Delete(data, recursive: true);
        return
        [
            quiet.Result($"one agency at 50 times its quota ({noise} calls): another's p99", "ms", 1.5),
            new Result("life-safety calls refused beside it", "", refused, null, 0),
        ];
    }

    /// <summary>The slowest hundredth of a hundred reports, one after the other.</summary>
    private static async Task<double> SlowestAsync(Reporters reports, Action refused)
    {
        var took = new List<double>();
        for (var n = 0; n < 100; n++)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await reports.OneAsync();
            }
            catch (InvalidOperationException)
            {
                refused();
            }
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Sample.Quantile(took, 0.99);
    }

    /// <summary>Reads at fifty times the quota until it is called off, whatever it is answered.</summary>
    private static async Task ShoutAsync(HttpClient loud, Action count, CancellationToken ct)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var calls = new List<Task>();
        try
        {
            while (await beat.WaitForNextTickAsync(ct))
                for (var n = 0; n < LoudPerSecond / 50; n++) calls.Add(ReadAsync());
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls);
        }

        async Task ReadAsync()
        {
            using var answer = await loud.GetAsync(new Uri("/v1/reports?limit=1", UriKind.Relative), CancellationToken.None);
            count();
        }
    }
}
