using System.Diagnostics;

namespace Coordination.Bench;

/// <summary>P1, embedded: a report is posted and durable. One client for the latency, 32 for the rate; blocks of both, alternating.</summary>
internal sealed class ReportAccepted : IBenchmark
{
    public string Name => "report";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("bench").FullName;
        await using var ours = region.Start(Path.Combine(data, "region"));
        await using var twin = ReportTwin.Start(Path.Combine(data, "twin.db"));
        await ours.ReadyAsync();
        await twin.ReadyAsync();
        await using var here = await Reporters.StartAsync(ours.Address);
        await using var there = Reporters.Bare(twin.Address);
        var (warm, many) = effort.Of((200, 320), (800, 1280));
        await here.SendAsync(warm, effort.Ct);
        await there.SendAsync(warm, effort.Ct);
        var (latency, rate) = (new Pairs(), new Pairs());
        foreach (var round in effort.Rounds(10, 20))
        {
            await latency.TakeAsync(round, () => effort.MedianAsync(20, here.OneAsync), () => effort.MedianAsync(20, there.OneAsync));
            await rate.TakeAsync(round, () => PerReportAsync(here, many, effort.Ct), () => PerReportAsync(there, many, effort.Ct));
        }
        await ours.TerminateAsync();
        await twin.TerminateAsync();
        Directory.Delete(data, recursive: true);
        return [latency.Result("P1 report accepted, one client", "ms", 1.5), rate.Result("P1 report accepted, 32 clients, per report", "ms", 1.5)];
    }

    private static async Task<double> PerReportAsync(Reporters to, int count, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await to.SendAsync(count, ct);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / count;
    }
}
