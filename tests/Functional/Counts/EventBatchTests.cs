using System.Text;
using System.Text.Json;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Functional.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Counts;

/// <summary>What events cost that arrive together, counted on the wire.</summary>
[Collection(typeof(TappedIntake))]
public sealed class EventBatchTests(TappedIntake intake)
{
    private const string Source = "test/region/command";
    private const string Type = "command.jurisdiction-set.v1";
    private const int Many = 50;

    private Consumer Consumer => intake.Running.Apps.Single().Services.GetRequiredService<Consumer>();

    [Fact]
    public async Task Events_that_arrive_together_are_one_commit_and_a_round_trip_each_for_their_rows()
    {
        var node = Guid.CreateVersion7();
        var events = Enumerable.Range(1, Many).Select(n => Event(node, n, before: n - 1)).ToList();
        var trips = await intake.DuringAsync(() => Consumer.TakeAsync(events, CancellationToken.None));
        // What other tests set aside is tried again from time to time.
        var taken = Assert.Single(trips.Commits(), t => t.Says("INSERT INTO inbox") && !t.Says("FROM deferred"));
        Assert.Equal(Many, taken.Trips.Count(t => t.Says("INSERT INTO inbox")));
        Assert.True(taken.Trips[^1].Commits, $"{taken}");
    }

    /// <summary>One fails before anything is written, the other when the database refuses its rows, and the commit that travels behind them.</summary>
    [Theory]
    [InlineData(1000, "[]")]
    [InlineData(2000, """{"recordId":"019ddd00-0000-7000-8000-000000000001","code":"\u0000","tier":"Province","validFrom":"2026-07-27T12:00:00Z"}""")]
    public async Task One_that_cannot_be_handled_is_set_aside_and_keeps_none_back_that_arrived_with_it(long at, string poison)
    {
        var (good, bad) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Consumer.TakeAsync(
            [Event(good, at + 1), Event(bad, at + 2) with { Data = Encoding.UTF8.GetBytes(poison) }, Event(good, at + 3, before: at + 1), Event(bad, at + 4, before: at + 2)], CancellationToken.None);
        Assert.Equal([at + 1, at + 3], await ReadAsync(db => db.Set<InboxRow>().Where(r => r.Position > at && r.Position < at + 10).Select(r => r.Position)));
        Assert.Equal([at + 2, at + 4], await ReadAsync(db => db.Set<DeferredEvent>().Where(r => r.Position > at && r.Position < at + 10).Select(r => r.Position)));
    }

    /// <summary>What waits behind one event is worked off as it would have been taken: many in one commit, in their order, and none twice.</summary>
    [Fact]
    public async Task What_was_set_aside_behind_one_event_follows_it_in_few_commits()
    {
        var node = Guid.CreateVersion7();
        await Consumer.TakeAsync([.. Enumerable.Range(4002, 150).Select(n => Event(node, n, before: n - 1))], CancellationToken.None);
        Assert.Equal(150, (await ReadAsync(db => db.Set<DeferredEvent>().Where(r => r.Subject == node).Select(r => r.Position))).Count);
        var trips = await intake.DuringAsync(async () =>
        {
            await Consumer.TakeAsync([Event(node, 4001)], CancellationToken.None);
            await Platform.ProbeRegion.UntilAsync(async () => (await ReadAsync(db => db.Set<DeferredEvent>().Where(r => r.Subject == node).Select(r => r.Position))).Count == 0);
        });
        Assert.Equal(Enumerable.Range(4001, 151).Select(n => (long)n), await ReadAsync(db => db.Set<InboxRow>().Where(r => r.Position > 4000 && r.Position < 5000).Select(r => r.Position)));
        Assert.InRange(trips.Commits().Count(t => t.Says("DELETE FROM deferred")), 1, 6);
    }

    /// <summary>A journal that was restored or forged gives a place twice: the second one must not hold up the queue for ever.</summary>
    [Fact]
    public async Task Another_event_in_the_place_of_one_that_is_set_aside_is_passed_over()
    {
        var first = Event(Guid.CreateVersion7(), 3002, before: 3001);
        await Consumer.TakeAsync([first], CancellationToken.None);
        await Consumer.TakeAsync([Event(Guid.CreateVersion7(), 3002, before: 3001)], CancellationToken.None);
        Assert.Equal(first.Id, Assert.Single(await ReadAsync(db => db.Set<DeferredEvent>().Where(r => r.Position == 3002).Select(r => r.EventId))));
    }

    /// <summary>Each event is one message at the broker, whoever takes it.</summary>
    [Fact]
    public async Task An_accepted_report_is_one_event_and_at_most_five_of_its_clocks()
    {
        await intake.QuietAsync();
        var last = (await ReadAsync(db => db.Set<JournalEntry>().Select(e => e.Seq))).LastOrDefault();
        var report = Guid.Empty;
        await intake.DuringAsync(async () => report = (await intake.Reporter.SendAsync(Desk.Report().With("place", new { areaCode = "650100" }).With("knownAt", DateTimeOffset.UtcNow))).Id());
        // Other reports of these tests have clocks too, which go on.
        var events = await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Seq > last && e.Subject == report).Select(e => e.Type));
        Assert.Single(events, "intake.report-received.v1");
        Assert.InRange(events.Count(e => e == "clocks.clock-changed.v1"), 1, 5);
        Assert.True(events.Count <= 6, string.Join(", ", events));
    }

    private async Task<List<T>> ReadAsync<T>(Func<ServiceDb, IQueryable<T>> what)
    {
        await using var scope = intake.Running.Apps.Single().Services.CreateAsyncScope();
        return await what(scope.ServiceProvider.GetRequiredService<ServiceDb>()).Order().ToListAsync();
    }

    internal static ReceivedEvent Event(Guid node, long position, long before = 0)
    {
        var (call, id, now) = (new Call(), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        call.Begin(Caller.Service, null, now, now);
        return new(Source, position, id, Type, node, now, null, null, before == 0 ? "{}" : $$"""{"{{Type}}":{{before}}}""",
            CloudEventHeader.Write(id, Source, new(Type), node, call, null),
            JsonSerializer.SerializeToUtf8Bytes(new JurisdictionSet(node, "220000", JurisdictionTier.Province, null, now), Wire.Json));
    }
}
