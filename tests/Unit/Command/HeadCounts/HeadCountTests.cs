using Coordination.Command.HeadCounts;
using Coordination.Command.Situation;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;
using Coordination.Tests.Unit.Command.Recovery;

namespace Coordination.Tests.Unit.Command.HeadCounts;

public sealed class HeadCountTests
{
    private static readonly DateTimeOffset T0 = IncidentTests.T0;
    private static readonly StartHeadCount Two = new([new("fire", "engine-1"), new("army", "boat-7")]);

    private static (HeadCount?, Refusal?) Start(StartHeadCount? request = null, IncidentState state = IncidentState.Active, bool isRunning = false) =>
        HeadCount.Start(LossLedgerTests.In(state), request ?? Two, 20, isRunning, "county", T0);

    private static HeadCountRound Round()
    {
        var running = Start().Item1!;
        Assert.Null(running.Count());
        return HeadCountRound.Begin(running, T0, T0.AddMinutes(10));
    }

    private static AnswerHeadCount Says(string team, int expected, int counted, HeadCountReason? reason = null, string? place = null) => new(team, expected, counted, reason, place);

    [Fact]
    public void The_tables_of_head_counts_and_of_a_round_are_these()
    {
        Machine.HasTable(HeadCount.Life, "Running: Stopped");
        Machine.HasTable(HeadCountRound.Life, """
            Open: Complete Short Overdue Closed
            Overdue: Complete Short Closed
            Complete: Short Closed
            Short: Complete Closed
            """);
    }

    [Fact]
    public void Whatever_is_answered_a_round_keeps_to_its_table_and_no_number_is_negative()
    {
        string[] agencies = ["fire", "army", "police"], teams = ["engine-1", "boat-7"];
        Machine.Keeps(
            Round, HeadCountRound.Life, r => r.State, r => r.Version,
            r => r.Counts.Count == 2 && r.Counts.TrueForAll(c => c.Missing >= 0 && (c.Expected ?? 0) >= 0 && (c.Counted ?? 0) >= 0 && c.Missing > 0 == c.Reason is not null)
                && (r.State == HeadCountRoundState.Closed) == r.ClosedAt.HasValue
                && (r.State is not (HeadCountRoundState.Complete or HeadCountRoundState.Short) || r.Answered == 2 && r.State == HeadCountRoundState.Short == r.Counted < r.Expected),
            Answer, Answer, Answer, (r, n) => n % 3 == 0 ? r.Miss() : null, (r, n) => n % 17 == 0 ? r.Close(T0) : null);

        Refusal? Answer(HeadCountRound round, int n)
        {
            var agency = agencies[n % 3];
            var refusal = round.Answer(Says(teams[n / 3 % 2], (n % 14) - 2, (n / 14 % 14) - 2, n % 4 == 0 ? null : HeadCountReason.NotReturned), agency, T0);
            Assert.True(agency != "police" || refusal is not null);
            return refusal;
        }
    }

    [Fact]
    public void A_round_is_complete_or_short_when_every_team_has_answered_and_a_later_answer_takes_the_place_of_an_earlier_one()
    {
        var round = Round();
        Assert.Null(round.Answer(Says("engine-1", 6, 5, HeadCountReason.OutOfContact, "220221"), "fire", T0));
        Assert.Equal((HeadCountRoundState.Open, 1), (round.State, round.Answered));
        Assert.Null(round.Miss());
        Assert.Equal("boat-7", Assert.Single(round.Silent).Team);
        Assert.Null(round.Answer(Says("boat-7", 4, 4), "army", T0.AddMinutes(12)));
        Assert.Equal((HeadCountRoundState.Short, 10, 9), (round.State, round.Expected, round.Counted));
        Assert.Null(round.Answer(Says("engine-1", 6, 6), "fire", T0.AddMinutes(13)));
        Assert.Equal(HeadCountRoundState.Complete, round.State);
        Assert.Null(round.Close(T0.AddMinutes(20)));
        Machine.Refused(round.Answer(Says("engine-1", 6, 6), "fire", T0.AddMinutes(21)), "round-closed");
    }

    [Theory]
    [InlineData("engine-1", -1, 0, null, null, "negative-count"), InlineData("engine-1", 0, -1, null, null, "negative-count"), InlineData("engine-1", 5, 6, null, null, "counted-over-expected")]
    [InlineData("engine-1", 6, 5, null, null, "short-and-reason"), InlineData("engine-1", 6, 6, HeadCountReason.InTransit, null, "short-and-reason")]
    [InlineData("engine-1", 1, 1, null, "220221", "place-of-one"), InlineData("engine-1", 0, 0, null, "220221", "place-of-one")]
    [InlineData("engine-1", 6, 6, null, "with Mr Li", "code"), InlineData("boat-7", 6, 6, null, null, "not-your-team"), InlineData("Mr Li", 1, 1, null, null, "not-your-team")]
    public void An_answer_is_of_ones_own_team_and_of_numbers(string team, int expected, int counted, HeadCountReason? reason, string? place, string rule) =>
        Machine.Refused(Round().Answer(Says(team, expected, counted, reason, place), "fire", T0), rule);

    [Fact]
    public void They_are_started_once_in_a_response_for_teams_that_have_codes()
    {
        Machine.Refused(Start(state: IncidentState.ResponseEnded).Item2, "not-in-response");
        Machine.Refused(Start(isRunning: true).Item2, "head-count-running");
        Machine.Refused(Start(new([new("Mr Li", "engine-1")])).Item2, "code");
        Machine.Refused(Start(new([new("fire", "Li Ming")])).Item2, "code");
        Machine.Refused(Start(new([new("fire", "engine-1"), new("fire", "engine-1")])).Item2, "team-twice");
        Assert.Equal((20, 45), (Start().Item1!.EveryMinutes, Start(Two with { EveryMinutes = 45 }).Item1!.EveryMinutes));
        var running = Start().Item1!;
        Assert.Null(running.Stop("county", T0));
        Machine.Refused(running.Stop("county", T0), "illegal-transition");
        Machine.Refused(running.Count(), "head-count-stopped");
    }

    [Theory, InlineData(20, 10, 10), InlineData(20, 30, 19), InlineData(5, 10, 4), InlineData(10, 10, 9), InlineData(5, 3, 3)]
    public void Teams_answer_before_the_next_round_begins(int every, int usual, int minutes) =>
        Assert.Equal(T0.AddMinutes(minutes), Start(Two with { EveryMinutes = every }).Item1!.AnswerBy(T0, usual));

    /// <summary>The services were away for less than an interval: teams that could not answer meanwhile are not silent.</summary>
    [Theory, InlineData(0, 0), InlineData(59, 0), InlineData(60, 60), InlineData(13 * 60, 13 * 60), InlineData(50 * 60, 50 * 60)]
    public void A_round_that_nobody_began_in_time_begins_when_somebody_does_and_its_teams_have_all_of_their_time(int lateSeconds, int begunSeconds)
    {
        var (running, due, now) = (Start().Item1!, T0.AddMinutes(20), T0.AddMinutes(20).AddSeconds(lateSeconds));
        var begun = running.BeginsAt(due, now);
        Assert.Equal(due.AddSeconds(begunSeconds), begun);
        Assert.True(running.AnswerBy(begun, 10) > now);
    }

    /// <summary>Rounds each 20 minutes that are answered within 10: seen at minute <paramref name="seen"/>, due then at minute <paramref name="due"/>.</summary>
    [Theory, InlineData(10, 10), InlineData(10.9, 10), InlineData(11, 19), InlineData(8, 10), InlineData(18, 19), InlineData(18.5, 28.5), InlineData(25, 35)]
    public void Silence_while_nobody_was_there_to_take_an_answer_is_none_and_the_silent_are_asked_again_before_the_next_round_where_there_is_time(double seen, double due)
    {
        var (running, round, now) = (Start().Item1!, Round(), T0.AddMinutes(seen));
        Assert.Equal(due > 10, round.AskAgain(running, now, now, 10));
        Assert.Equal((HeadCountRoundState.Open, T0.AddMinutes(due), due > 10 ? 2 : 1), (round.State, round.DueAt, round.Version));
        // What is closed before that time was not overdue, and no team of it was silent.
        if (due > 20) { Assert.Null(round.Close(now)); Assert.Equal(HeadCountRoundState.Closed, round.Outcome); }
    }

    [Fact]
    public void A_silence_that_is_only_noticed_late_is_one()
    {
        var (running, round) = (Start().Item1!, Round());
        Assert.False(round.AskAgain(running, round.DueAt, T0.AddHours(1), 10));
        Assert.Null(round.Miss());
    }

    [Fact]
    public void Whoever_was_silent_before_an_outage_is_not_asked_again()
    {
        var (running, round) = (Start().Item1!, Round());
        Assert.Null(round.Miss());
        Assert.False(round.AskAgain(running, T0.AddDays(1), T0.AddDays(1), 10));
    }

    [Fact]
    public void In_an_exercise_a_round_begins_at_its_time_whenever_a_machine_gets_round_to_it()
    {
        var incident = IncidentTests.Opened(exercise: Guid.CreateVersion7());
        var running = HeadCount.Start(incident, Two, 20, false, "county", T0).Item1!;
        Assert.Equal(T0, running.BeginsAt(T0, T0.AddDays(9)));
        Assert.False(HeadCountRound.Begin(running, T0, T0.AddMinutes(10)).AskAgain(running, T0.AddDays(9), T0.AddDays(9), 10));
    }

    [Fact]
    public void A_silent_team_is_expected_with_what_it_said_last_and_a_closed_round_stays_short_or_overdue()
    {
        var running = Start().Item1!;
        Assert.Null(running.Count());
        var first = Round();
        Assert.Equal((HeadCountRoundState.Open, 0), (first.Outcome, first.Expected));
        Assert.Null(first.Answer(Says("engine-1", 6, 5, HeadCountReason.NotReturned), "fire", T0));
        Assert.Null(first.Answer(Says("boat-7", 4, 4), "army", T0));
        Assert.Null(first.Close(T0.AddMinutes(20)));
        Assert.Equal((HeadCountRoundState.Closed, HeadCountRoundState.Short), (first.State, first.Outcome));

        var second = HeadCountRound.Begin(running, T0.AddMinutes(20), T0.AddMinutes(30), first);
        Assert.Null(second.Answer(Says("boat-7", 3, 3), "army", T0.AddMinutes(21)));
        Assert.Equal((9, 3, 1), (second.Expected, second.Counted, second.Answered));
        Assert.Null(second.Close(T0.AddMinutes(40)));
        Assert.Equal(HeadCountRoundState.Overdue, second.Outcome);

        var third = HeadCountRound.Begin(running, T0.AddMinutes(40), T0.AddMinutes(50), second);
        var summary = HeadCountSummary.Of(third, second);
        Assert.Equal((9, 0, HeadCountRoundState.Open, HeadCountRoundState.Overdue), (summary.Expected, summary.Counted, summary.State, summary.Before));
        Assert.Equal([("engine-1", 6, 5, T0), ("boat-7", 3, 3, T0.AddMinutes(21))], summary.LastAnswers.Select(c => (c.Team, c.Expected!.Value, c.Counted!.Value, c.At!.Value)));
        Assert.Null(third.Close(T0.AddMinutes(41)));
        Assert.Equal(HeadCountRoundState.Closed, third.Outcome);
        var page = new MarkdownWriter();
        HeadCountTables.Write(summary, page, SituationWords.For(isChinese: false), at => $"{(at - T0).TotalMinutes}");
        Assert.Contains("0/9, Answered: 0/2, 40 (Open); Round before: Overdue", page.Close(), StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_not_started_where_the_package_has_no_clock_for_them()
    {
        Assert.Null(HeadCountClocks.Refuse([HeadCountClocks.Answer, "other", HeadCountClocks.Round]));
        Machine.Refused(HeadCountClocks.Refuse([HeadCountClocks.Answer]), "no-clock-in-package");
        Machine.Refused(HeadCountClocks.Refuse([HeadCountClocks.Round]), "no-clock-in-package");
    }

    /// <summary>What is asked and what is kept has no room for a person: codes, numbers, and a reason of a closed list.</summary>
    [Fact]
    public void There_is_no_room_for_a_person()
    {
        Assert.Equal(["Team", "Expected", "Counted", "Reason", "Place"], typeof(AnswerHeadCount).GetConstructors()[0].GetParameters().Select(p => p.Name!));
        Assert.Equal(["HeadCountRoundId", "IncidentId", "Agency", "Addressee", "CommanderAgency", "At", "Missing"], typeof(HeadCountMissed).GetConstructors()[0].GetParameters().Select(p => p.Name!));
        Assert.Equal(["Agency", "Team", "Expected", "Counted", "Reason", "Place", "At"], typeof(TeamCount).GetConstructors()[0].GetParameters().Select(p => p.Name!));
    }
}
