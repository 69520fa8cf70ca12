using System.Globalization;
using Coordination.Client;
using Coordination.Client.Calls;

namespace Coordination.Tests.Unit.Clients;

public sealed class PauseTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory, InlineData(1), InlineData(7)]
    public async Task The_region_is_never_asked_sooner_than_it_says(int seconds)
    {
        var region = new FakeRegion().Refuses(503, "storage-unavailable", TimeSpan.FromSeconds(seconds)).Answers(201, Samples.ReportJson);
        await region.RunAsync(region.Client(options: region.Options with { Chance = () => 1 }).Reports.SendAsync(Samples.Report));
        Assert.True(Assert.Single(region.Waits) >= TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task It_may_name_a_moment_too()
    {
        var region = new FakeRegion();
        var moment = region.Time.GetUtcNow() + 9 * Second;
        region.Answers(503, FakeRegion.Problem(503, "starting"), r => r.Headers.TryAddWithoutValidation("Retry-After", moment.ToString("R", CultureInfo.InvariantCulture))).Answers(201, Samples.ReportJson);
        await region.RunAsync(region.Client().Reports.SendAsync(Samples.Report));
        Assert.Equal([9 * Second], region.Waits);
    }

    [Fact]
    public void Where_it_says_nothing_each_pause_is_twice_the_last_up_to_the_longest()
    {
        var options = new ClientOptions { FirstPause = Second, LongestPause = 10 * Second, Chance = () => 1 };
        Assert.Equal([1, 2, 4, 8, 10, 10], Enumerable.Range(1, 6).Select(a => RetryRules.Pause(options, a, null).TotalSeconds));
        Assert.Equal(10 * Second, RetryRules.Pause(options, int.MaxValue, null));
    }

    [Theory, InlineData(0.0, 2), InlineData(0.5, 3), InlineData(1.0, 4)]
    public void Many_who_were_cut_off_together_do_not_come_back_together(double chance, int seconds) =>
        Assert.Equal(seconds * Second, RetryRules.Pause(new() { FirstPause = Second, Chance = () => chance }, 3, null));

    [Fact]
    public async Task It_gives_up_before_its_deadline_with_the_last_thing_it_heard()
    {
        var region = new FakeRegion().Refuses(503, "storage-unavailable");
        var began = region.Time.GetUtcNow();
        var refused = await Assert.ThrowsAsync<ProblemException>(() => region.RunAsync(region.Client().Reports.SendAsync(Samples.Report)));
        Assert.Equal("storage-unavailable", refused.Rule);
        Assert.True(region.Asked.Count > 5);
        Assert.True(region.Time.GetUtcNow() - began < region.Options.Deadline);
    }

    [Fact]
    public async Task A_wait_beyond_its_deadline_is_not_begun()
    {
        var region = new FakeRegion().Refuses(429, "too-many-calls", TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<ProblemException>(() => region.RunAsync(region.Client().Reports.SendAsync(Samples.Report)));
        Assert.Empty(region.Waits);
    }

    [Fact]
    public async Task A_call_that_nobody_answers_ends_at_its_deadline_and_names_its_key()
    {
        var region = new FakeRegion().Does(Never);
        var call = region.Client().Reports.SendAsync(Samples.Report, "mine-7");
        region.Time.Advance(region.Options.Deadline);
        Assert.Equal("mine-7", (await Assert.ThrowsAsync<RegionAwayException>(() => call)).Key);
    }

    [Fact]
    public async Task A_caller_who_has_enough_is_not_kept()
    {
        var region = new FakeRegion().Does(Never);
        using var enough = new CancellationTokenSource();
        var call = region.Client().Reports.SendAsync(Samples.Report, ct: enough.Token);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(region.Asked);
    }

    private static async Task<HttpResponseMessage> Never(HttpRequestMessage request, CancellationToken ct)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var ends = ct.Register(() => never.TrySetCanceled(ct));
        return await never.Task;
    }
}
