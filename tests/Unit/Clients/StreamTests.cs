using Coordination.Client;
using Coordination.Client.Events;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Clients;

public sealed class StreamTests
{
    private readonly FakeRegion region = new();

    [Fact]
    public async Task A_stream_that_breaks_goes_on_after_the_last_event_that_was_given()
    {
        region.Does(Stream(At(1) + At(2) + "id: 3\nevent: x\nda")).IsLost().Does(Stream(At(3) + At(4)));
        Assert.Equal([1, 2, 3, 4], await TakeAsync(4));
        Assert.Equal([null, "2", "2"], region.Asked.Select(LastEventId));
    }

    [Fact]
    public async Task An_event_that_comes_again_is_not_given_again()
    {
        region.Does(Stream(At(7) + At(8))).Does(Stream(At(7) + At(8) + At(8) + At(9)));
        Assert.Equal([7, 8, 9], await TakeAsync(3, after: 6));
        Assert.Equal(["6", "8"], region.Asked.Select(LastEventId));
    }

    [Fact]
    public async Task A_bookmark_moves_the_place_and_is_no_event()
    {
        region.Does(Stream(": up to date\n\n" + At(1) + "id: 90\nevent: bookmark\ndata: {}\n\n")).Does(Stream(At(91)));
        Assert.Equal([1, 91], await TakeAsync(2));
        Assert.Equal("90", LastEventId(region.Asked[1]));
    }

    [Fact]
    public async Task An_id_without_an_event_moves_the_place_too()
    {
        region.Does(Stream(At(1) + ": up to date\nid: 90\n\n")).Does(Stream(At(91)));
        Assert.Equal([1, 91], await TakeAsync(2));
        Assert.Equal("90", LastEventId(region.Asked[1]));
    }

    [Fact]
    public async Task A_stream_without_a_sign_of_life_is_opened_again()
    {
        region.Does((_, _) => Task.FromResult(Response(new BrokenStream(At(1), isSilent: true)))).Does(Stream(At(2)));
        Assert.Equal([1, 2], await TakeAsync(2, untilSilent: true));
        Assert.Contains(region.Options.Silence, region.Waits);
    }

    [Fact]
    public async Task A_region_that_is_away_is_waited_for_as_long_as_it_says()
    {
        region.Refuses(503, "starting", TimeSpan.FromSeconds(3)).Does(Stream(At(1)));
        Assert.Equal([1], await TakeAsync(1));
        Assert.Contains(TimeSpan.FromSeconds(3), region.Waits);
    }

    [Fact]
    public async Task A_reader_who_may_not_read_is_told_so()
    {
        region.Refuses(403, "role-required");
        Assert.Equal("role-required", (await Assert.ThrowsAsync<ProblemException>(() => TakeAsync(1))).Rule);
    }

    [Fact]
    public async Task An_event_is_read_as_the_record_of_its_type_and_as_no_other()
    {
        region.Does(Stream(At(1)));
        await foreach (var e in region.Client().Events.FollowAsync())
        {
            Assert.True(e.Is<IncidentClosed>());
            Assert.Equal(e.Subject, e.As<IncidentClosed>().IncidentId);
            Assert.False(e.Is<OrderIssued>());
            Assert.Throws<InvalidOperationException>(() => e.As<OrderIssued>());
            break;
        }
    }

    [Fact]
    public async Task Lines_of_data_are_one_message_and_what_is_unknown_is_passed_over()
    {
        using var stream = new MemoryStream("\uFEFFretry: 5\nid: 1\nevent:a\ndata: one\ndata:two\n\nid: 2\n\ndata\n\ndata: cut off"u8.ToArray());
        var items = new List<StreamItem>();
        await foreach (var item in ServerSentEvents.ReadAsync(stream, Timeout.InfiniteTimeSpan, region.Time, default)) items.Add(item);
        Assert.Equal([new("1", "a", "one\ntwo"), new("2", StreamItem.Bookmark, ""), new("2", "message", "")], items);
    }

    private async Task<List<long>> TakeAsync(int count, long after = 0, bool untilSilent = false)
    {
        var taken = ReadAsync();
        while (!taken.IsCompleted)
        {
            // Pauses pass at once, and so does the end of its patience where a test is about that.
            var next = region.Time.Started.ReadAsync().AsTask();
            if (await Task.WhenAny(taken, next) == taken) break;
            if (await next == region.Options.Silence && !untilSilent) continue;
            region.Waits.Add(await next);
            region.Time.Advance(region.Waits[^1]);
        }
        return await taken;

        async Task<List<long>> ReadAsync()
        {
            var positions = new List<long>();
            await foreach (var e in region.Client().Events.FollowAsync(after))
            {
                positions.Add(e.Position);
                if (positions.Count == count) break;
            }
            return positions;
        }
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Stream(string text) => (_, _) => Task.FromResult(Response(new BrokenStream(text)));

    private static HttpResponseMessage Response(Stream stream) => new(System.Net.HttpStatusCode.OK) { Content = new StreamContent(stream) };

    private static string? LastEventId(HttpRequestMessage request) => request.Headers.TryGetValues("Last-Event-ID", out var values) ? values.Single() : null;

    private static string At(long position) => $"id: {position}\nevent: command.incident-closed.v1\ndata: " + """
        {"specversion":"1.0","id":"0198a000-0000-7000-8000-000000000001","source":"test/region/command","type":"command.incident-closed.v1","subject":"0198a000-0000-7000-8000-000000000009","time":"2026-07-27T20:00:00+00:00","data":{"incidentId":"0198a000-0000-7000-8000-000000000009","at":"2026-07-27T20:00:00+00:00"}}
        """ + "\n\n";
}
