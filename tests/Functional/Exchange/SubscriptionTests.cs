using Coordination.Contracts;
using Coordination.Rpc.Exchange.V1;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>A subscription is data of an agency, and a cursor that waits for it.</summary>
public abstract class SubscriptionTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : SubscriptionTests(region), IClassFixture<EmbeddedRegion>
    {
        [Fact]
        public async Task Where_there_is_no_broker_nobody_is_promised_a_queue()
        {
            using var refused = await new Station(region).Api.PostAsync("/v1/subscriptions", new { name = "queue", kind = "Amqp" });
            await refused.ProblemAsync(409, "no-broker");
        }
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : SubscriptionTests(region);

    [Fact]
    public async Task An_agency_makes_reads_changes_and_ends_its_own()
    {
        var station = new Station(region);
        var made = await station.SubscribeAsync(new { name = "desk", kind = "Stream", filter = station.Filter });
        Assert.Equal(("Active", "desk", station.Agency), (made.Text("state"), made.Text("name"), made.Text("agency")));
        Assert.Equal('7', made.Text("id")[14]);
        var path = $"/v1/subscriptions/{made.Id()}";
        Assert.Equal(made.Id(), Assert.Single((await station.Api.GetJsonAsync("/v1/subscriptions")).GetProperty("items").EnumerateArray()).Id());
        using (var unsure = await station.Api.PutAsync(path, new { name = "watch" })) await unsure.ProblemAsync(428, "if-match-required");
        using (var changed = await station.Api.PutAsync(path, new { name = "watch" }, 1)) Assert.Equal(("watch", 2), ((await changed.JsonAsync()).Text("name"), int.Parse(changed.Headers.ETag!.Tag.Trim('"'), null)));
        using (var stale = await station.Api.PutAsync(path, new { name = "late" }, 1)) await stale.ProblemAsync(412, "stale-version");
        using (var ended = await station.Api.SendAsync(HttpMethod.Delete, path, null, 2)) Assert.Equal("Ended", (await ended.JsonAsync()).Text("state"));
        using (var over = await station.Api.PostAsync($"{path}/resume", null, 3)) await over.ProblemAsync(409, "illegal-transition");
        Assert.Empty((await station.Api.GetJsonAsync("/v1/subscriptions")).GetProperty("items").EnumerateArray());
        var history = await HistoryAsync(made.Id());
        Assert.Equal(["Active 1", "Active 2", "Ended 3"], history);
    }

    [Fact]
    public async Task Nobody_sees_or_touches_that_of_another_agency()
    {
        var made = await new Station(region).SubscribeAsync(new { name = "desk", kind = "Stream" });
        var stranger = new Station(region).Api;
        using (var read = await stranger.GetAsync($"/v1/subscriptions/{made.Id()}")) await read.ProblemAsync(404, "not-found");
        using (var log = await stranger.GetAsync($"/v1/events?subscription={made.Id()}")) await log.ProblemAsync(404, "not-found");
        using (var deliveries = await stranger.GetAsync($"/v1/subscriptions/{made.Id()}/deliveries")) await deliveries.ProblemAsync(404, "not-found");
        using (var ended = await stranger.SendAsync(HttpMethod.Delete, $"/v1/subscriptions/{made.Id()}", null, 1)) await ended.ProblemAsync(404, "not-found");
        Assert.Empty((await stranger.GetJsonAsync("/v1/events?type=exchange.*&limit=200")).GetProperty("items").EnumerateArray());
        using var reporter = await region.As("fire", Roles.Reporter).PostAsync("/v1/subscriptions", new { name = "desk", kind = "Stream" });
        Assert.Equal(403, (int)reporter.StatusCode);
    }

    [Fact]
    public async Task A_filter_is_refused_by_pointer_where_it_asks_for_what_no_event_is()
    {
        var station = new Station(region).Api;
        foreach (var (filter, rule) in new (object, string)[] { (new { types = new[] { "command.nothing.v1" } }, "event-type"), (new { severities = new[] { "Bad" } }, "severity") })
        {
            using var refused = await station.PostAsync("/v1/subscriptions", new { name = "desk", kind = "Stream", filter });
            var problem = await refused.ProblemAsync(400, rule);
            Assert.StartsWith("/filter/", problem.GetProperty("errors")[0].Text("pointer"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stream_begins_at_its_cursor_and_goes_on_after_what_was_acknowledged()
    {
        var station = new Station(region);
        var made = await station.SubscribeAsync(new { name = "desk", kind = "Stream", filter = station.Filter });
        var sent = new[] { await station.ReportAsync(), await station.ReportAsync(), await station.ReportAsync() };
        await region.QuietAsync();
        var page = (await station.Api.GetJsonAsync($"/v1/events?subscription={made.Id()}")).GetProperty("items").EnumerateArray().ToList();
        // Reports that have nothing to do with each other may change places on their way into the log.
        Assert.Equal(sent.Order(), page.Select(e => e.GetProperty("event").Text("subject")).Order());
        using (var done = await station.Api.PostAsync($"/v1/subscriptions/{made.Id()}/acknowledge", new { position = page[1].GetProperty("position").GetInt64() })) await done.JsonAsync();
        using (var late = await station.Api.PostAsync($"/v1/subscriptions/{made.Id()}/acknowledge", new { position = page[0].GetProperty("position").GetInt64() })) await late.JsonAsync();
        var rest = (await station.Api.GetJsonAsync($"/v1/events?subscription={made.Id()}")).GetProperty("items").EnumerateArray();
        Assert.Equal([page[2].GetProperty("event").Text("subject")], rest.Select(e => e.GetProperty("event").Text("subject")));
        using var beyond = await station.Api.PostAsync($"/v1/subscriptions/{made.Id()}/acknowledge", new { position = 1_000_000_000 });
        await beyond.ProblemAsync(400, "position");
    }

    [Fact]
    public async Task A_stream_whose_filter_takes_nothing_moves_on_by_bookmarks()
    {
        var station = new Station(region);
        var other = await new Station(region).ReportAsync();
        await region.QuietAsync();
        var seen = (await region.As("region", Roles.Operator).GetJsonAsync($"/v1/events?subject={other}")).GetProperty("items").EnumerateArray().Last().GetProperty("position").GetInt64();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var call = new Events.EventsClient(region.Calls(station.Agency, Roles.Integration)).Subscribe(new() { Area = station.Area, Bookmarks = true }, cancellationToken: limit.Token);
        Assert.True(await call.ResponseStream.MoveNext(limit.Token));
        var bookmark = call.ResponseStream.Current;
        Assert.Equal(("bookmark", true), (bookmark.Type, bookmark.CloudEvent is null));
        Assert.True(bookmark.Position >= seen, $"{bookmark.Position} is before {seen}");
        var sse = await SseLines.ReadAsync(station.Api.Http, $"/v1/events?area={station.Area}", 0, l => l.StartsWith("id: ", StringComparison.Ordinal), limit.Token);
        Assert.True(long.Parse(sse[^1][4..], null) >= seen);
        Assert.DoesNotContain(sse, l => l.StartsWith("data:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_takes_types_by_their_beginning_and_resumes_after_any_of_its_ids()
    {
        var station = new Station(region);
        var sent = new[] { await station.ReportAsync(), await station.ReportAsync() };
        await region.QuietAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var path = $"/v1/events?type=intake.*,command.*&area={station.Area}";
        var all = await SseLines.ReadAsync(station.Api.Http, path, 0, l => l.StartsWith(": up to date", StringComparison.Ordinal), limit.Token);
        var ids = all.Where(l => l.StartsWith("id: ", StringComparison.Ordinal)).Select(l => long.Parse(l[4..], null)).ToList();
        Assert.Equal(2, ids.Count);
        var rest = await SseLines.ReadAsync(station.Api.Http, path, ids[0], l => l.StartsWith(": up to date", StringComparison.Ordinal), limit.Token);
        Assert.Equal([ids[1]], rest.Where(l => l.StartsWith("id: ", StringComparison.Ordinal)).Select(l => long.Parse(l[4..], null)));
        // Reports that have nothing to do with each other may change places on their way into the log.
        var data = all.Where(l => l.StartsWith("data: ", StringComparison.Ordinal)).ToList();
        Assert.All(sent, report => Assert.Single(data, line => line.Contains(report, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_happens_in_an_exercise_is_given_to_a_subscription_of_that_exercise_only()
    {
        var exercise = (await Mediation.Committee.MeetAsync(region, $"{DateTimeOffset.UtcNow:O}")).Exercise;
        var station = new Station(region);
        var real = await station.SubscribeAsync(new { name = "real", kind = "Stream", filter = station.Filter });
        var within = station.Api.In(exercise);
        using var made = await within.PostAsync("/v1/subscriptions", new { name = "played", kind = "Stream", filter = station.Filter });
        var played = await made.JsonAsync();
        var report = (await region.Sender(station.Agency).In(exercise).SendAsync(Desk.Report(place: Desk.Place(area: station.Area)))).Id();
        await region.QuietAsync(exercise);
        Assert.Empty((await station.Api.GetJsonAsync($"/v1/events?subscription={real.Id()}")).GetProperty("items").EnumerateArray());
        var seen = (await within.GetJsonAsync($"/v1/events?subscription={played.Id()}")).GetProperty("items").EnumerateArray();
        Assert.Equal([report], seen.Select(e => e.GetProperty("event").GetProperty("subject").GetGuid()));
        using var outside = await station.Api.GetAsync($"/v1/subscriptions/{played.Id()}");
        await outside.ProblemAsync(404, "not-found");
    }

    private async Task<List<string>> HistoryAsync(Guid id)
    {
        await region.QuietAsync();
        var log = await region.As("region", Roles.Auditor).GetJsonAsync($"/v1/events?type=exchange.*&subject={id}");
        return [.. log.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("event").GetProperty("data")).Select(d => $"{d.Text("state")} {d.GetProperty("version").GetInt32()}")];
    }
}
