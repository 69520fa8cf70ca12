using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Counts;

/// <summary>What a call costs the database, counted on the wire. These numbers have no noise: they hold on every run.</summary>
[Collection(typeof(TappedIntake))]
public sealed class RoundTripTests(TappedIntake intake)
{
    [Fact]
    public async Task An_accepted_report_is_one_round_trip_with_its_commit_inside()
    {
        var reporter = intake.Reporter;
        for (var n = 0; n < 10; n++) await reporter.SendAsync();
        var trips = await intake.DuringAsync(async () =>
        {
            for (var n = 0; n < 20; n++) await reporter.SendAsync();
        });
        var own = trips.OfCalls();
        Assert.True(own.Count == 20, string.Join("\n", own.Take(6)));
        Assert.All(own, trip => Assert.True(trip.Says("INSERT INTO reports ") && trip.Says("INSERT INTO journal ") && trip.Says("INSERT INTO idempotency ") && trip.Commits, $"{trip}"));
    }

    [Fact]
    public async Task An_accepted_report_is_a_statement_for_each_row_and_two_around_them()
    {
        var trips = await intake.DuringAsync(() => intake.Reporter.SendAsync());
        var own = trips.OfCalls().SelectMany(t => t.Statements).ToList();
        // The beginning and the end.
        Assert.True(own.Count(s => !s.StartsWith("INSERT", StringComparison.Ordinal)) == 2, string.Join("\n", own));
        Assert.InRange(own.Count, 4, 15);
    }

    [Fact]
    public async Task A_report_that_comes_again_is_looked_up_and_written_once()
    {
        var (reporter, body, key) = (intake.Reporter, Desk.Report(), Guid.NewGuid().ToString());
        using var first = await reporter.PostAsync("/v1/reports", body, key: key);
        var trips = await intake.DuringAsync(async () =>
        {
            using var again = await reporter.PostAsync("/v1/reports", body, key: key);
            Assert.Equal(first.Headers.Location, again.Headers.Location);
        });
        // The rows that meet the first one's, their rollback, and the look at what was answered.
        Assert.InRange(trips.OfCalls().Count, 1, 4);
    }

    [Fact]
    public async Task A_decision_on_what_is_stored_is_a_look_at_each_thing_and_one_round_trip_to_write()
    {
        var (officer, id) = (intake.Reporter, (await intake.Reporter.SendAsync(Desk.Report().With("toAgency", "county"))).Id());
        var trips = await intake.DuringAsync(async () =>
        {
            using var answer = await officer.PostAsync($"/v1/reports/{id}/acknowledge");
            await answer.JsonAsync();
        });
        var own = trips.OfCalls();
        Assert.True(own[^1].Commits && own.SkipLast(1).All(t => !t.Commits), string.Join("\n", own));
        Assert.Single(own, t => t.Says("INSERT") || t.Says("UPDATE"));
    }
}
