using System.Diagnostics;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Counts;

/// <summary>What the way of an event out of its journal costs the database, counted on the wire.</summary>
[Collection(typeof(TappedIntake))]
public sealed class HandOverTests(TappedIntake intake)
{
    /// <summary>Looks that nobody sealed for: what came in while the counting began, and the relay's own clock, more often while a slow machine takes its time.</summary>
    private static int Others(TimeSpan took) => 4 + (int)(took / TimeSpan.FromSeconds(5));

    [Fact]
    public async Task An_event_is_handed_on_with_one_look_at_the_journal_for_each_seal()
    {
        var begun = Stopwatch.GetTimestamp();
        var trips = await SendAsync(20);
        var looks = trips.Count(t => t.Says("FROM journal AS") && t.Says("position >"));
        var seals = trips.Commits().Count(t => t.Says("UPDATE journal_head"));
        Assert.True(looks > 0 && looks <= seals + Others(Stopwatch.GetElapsedTime(begun)), $"{looks} looks for {seals} seals");
    }

    [Fact]
    public async Task What_replicas_tell_each_other_waits_for_no_flush()
    {
        var tidings = (await SendAsync(1)).Where(t => t.Says("pg_notify")).ToList();
        Assert.NotEmpty(tidings);
        Assert.All(tidings, t => Assert.True(t.Says("set_config('synchronous_commit', 'off', true)"), $"{t}"));
    }

    private Task<List<RoundTrip>> SendAsync(int reports) => intake.DuringAsync(async () =>
    {
        for (var n = 0; n < reports; n++) await intake.Reporter.SendAsync();
    });
}
