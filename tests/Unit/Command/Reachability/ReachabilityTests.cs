using Coordination.Command.Reachability;
using Coordination.Command.Rosters;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Reachability;

public sealed class ReachabilityTests
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static DutyRoster Roster() => DutyRoster.Plan(Guid.CreateVersion7(), null, "water", "duty desk", [new(T0, T0.AddHours(12)), new(T0.AddHours(12), T0.AddHours(24))]).Item1!;

    private static (ReachabilityTest?, Refusal?) Open(int hours = 1, bool isTested = false) => ReachabilityTest.Open(Roster(), "county", new(2026, 5, 1), isTested, T0.AddHours(hours));

    [Fact]
    public void The_table_of_a_reachability_test_is_this_one() => Machine.HasTable(ReachabilityTest.Life, "Open: Answered Unanswered");

    [Fact]
    public void Whatever_is_done_it_is_answered_once_by_its_own_agency_or_not()
    {
        string[] agencies = ["water", "county"];
        Machine.Keeps(() => Open().Item1!, ReachabilityTest.Life, t => t.State, t => t.Version, t => t.State == ReachabilityState.Open || t.Version == 2, (t, n) =>
        {
            var refusal = t.Answer(agencies[n % 2], T0, T0);
            Assert.True(n % 2 == 0 || refusal is { Rule: "not-own-watch", Status: 403 });
            return refusal;
        }, (t, n) => n % 11 == 0 ? t.Miss() : null);
    }

    [Fact]
    public void A_post_is_called_while_its_roster_holds_and_once_a_day()
    {
        Assert.Equal(("2026-05-01", "duty desk"), (Open().Item1!.Day, Open().Item1!.Post));
        Machine.Refused(Open(hours: -1).Item2, "roster-not-now");
        Machine.Refused(Open(hours: 24).Item2, "roster-not-now");
        Machine.Refused(Open(isTested: true).Item2, "tested-today");
    }

    [Fact]
    public void After_it_was_due_nobody_answers_whether_its_clock_has_fired_or_not()
    {
        Machine.Refused(Open().Item1!.Answer("water", T0.AddTicks(1), T0), "answer-late");
        Assert.Null(Open().Item1!.Answer("water", T0, T0));
        Assert.Equal(["water", "county"], Open().Item1!.Told);
    }

    [Theory, InlineData("cn-default"), InlineData("nims")]
    public void Its_time_runs_out_without_a_warning_and_one_that_was_answered_stays_so(string package)
    {
        Assert.Equal(100, PackageReader.Read(package).Clock(ReachabilityTest.ClockKey, new ClockScope()).WarnAt);
        var test = Open().Item1!;
        Assert.Null(test.Answer("water", T0, T0));
        Assert.NotNull(test.Miss());
        Assert.Equal(ReachabilityState.Answered, test.State);
    }

    [Fact]
    public void A_roster_counts_what_its_post_did_and_nothing_of_who()
    {
        var roster = Roster();
        foreach (var state in (ReachabilityState[])[ReachabilityState.Answered, ReachabilityState.Unanswered, ReachabilityState.Answered]) roster.Count(state);
        Assert.Equal((2, 1, 4), (roster.TestsAnswered, roster.TestsUnanswered, roster.Version));
        Assert.Equal(["Agency", "Day", "ExerciseId", "Id", "OpenedBy", "Post", "RosterId", "State", "Told", "Version"], typeof(ReachabilityTest).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }
}
