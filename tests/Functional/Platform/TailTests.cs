using Coordination.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Platform;

public abstract class TailTests(ProbeRegion region)
{
    private IServiceProvider Probe => region.Running.Apps.First(a => a.Instance.Name == "probe").Services;

    [Fact]
    public async Task The_newest_stretch_in_memory_says_what_the_log_says()
    {
        var (one, other) = (await WriteTests.OpenAsync(region.Reporter), await WriteTests.OpenAsync(region.Reporter));
        for (var n = 0; n < 6; n++) (await region.Reporter.PostAsync($"/v1/probes/{(n % 2 == 0 ? one : other)}/add")).Dispose();
        var log = Probe.GetRequiredService<EventLog>();
        await ProbeRegion.UntilAsync(async () => (await AllAsync(log, 0, 256, new() { Subjects = [one, other] })).Count == 8);
        using var tail = Tail(most: 8);
        foreach (var filter in (EventFilter[])[new(), new() { Subjects = [one] }, new() { Types = ["probe.*"], IsReal = true }, new() { Without = ["probe."] }, new() { Judge = e => e.Position % 2 == 0 }])
            foreach (var limit in (int[])[1, 3, 256])
            {
                var end = await log.HeadAsync(CancellationToken.None);
                var after = end - 8;
                Assert.Null(await tail.ReadAsync(after - 1, limit, filter, CancellationToken.None));
                var seen = new List<long>();
                for (var isEnd = false; !isEnd;)
                {
                    var stretch = (await tail.ReadAsync(after, limit, filter, CancellationToken.None))!;
                    seen.AddRange(stretch.Events.Select(e => e.Position));
                    (after, isEnd) = (stretch.UpTo, stretch.IsEnd);
                }
                Assert.Equal(end, after);
                Assert.Equal(await AllAsync(log, end - 8, 256, filter), seen);
            }
    }

    [Fact]
    public async Task Any_number_of_readers_of_one_agency_ask_for_its_sight_once()
    {
        var id = await WriteTests.OpenAsync(region.Reporter);
        var log = Probe.GetRequiredService<EventLog>();
        await ProbeRegion.UntilAsync(async () => (await AllAsync(log, 0, 256, new() { Subjects = [id] })).Count == 1);
        using var tail = Tail(most: 8);
        var asked = 0;
        var failing = true;
        EventFilter Of(string agency) => new()
        {
            Choose = new(agency, (_, events, _) =>
            {
                Interlocked.Increment(ref asked);
                return failing ? throw new InvalidOperationException("the store is away") : Task.FromResult(new Chosen([.. events.Where(e => e.Subject == id)], new Dictionary<Guid, SubjectPlace>()));
            }),
        };
        var after = await log.HeadAsync(CancellationToken.None) - 1;
        await Assert.ThrowsAsync<InvalidOperationException>(() => tail.ReadAsync(after, 256, Of("fire"), CancellationToken.None));
        (failing, asked) = (false, 0);
        var stretches = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => tail.ReadAsync(after, 256, Of(n % 2 == 0 ? "fire" : "police"), CancellationToken.None)));
        Assert.All(stretches, s => Assert.Equal(id, Assert.Single(s!.Events).Subject));
        Assert.Equal(2, asked);
    }

    /// <summary>One that looks once and then stands still: its time does not pass, and nobody tells it of a seal.</summary>
    private LogTail Tail(int most) => new(Probe.GetRequiredService<IServiceScopeFactory>(), new SealedWatch(), new StillTime(), most);

    private static async Task<List<long>> AllAsync(EventLog log, long after, int limit, EventFilter filter)
    {
        var found = new List<long>();
        for (var isEnd = false; !isEnd;)
        {
            var stretch = await log.ReadAsync(after, limit, filter, CancellationToken.None);
            found.AddRange(stretch.Events.Select(e => e.Position));
            (after, isEnd) = (stretch.UpTo, stretch.IsEnd);
        }
        return found;
    }

    private sealed class StillTime : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
