using Coordination.Contracts.Events;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Platform;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);

    private static readonly HashSet<(ClockState, ClockState)> Table =
    [
        (ClockState.Scheduled, ClockState.Running), (ClockState.Scheduled, ClockState.Cancelled),
        (ClockState.Running, ClockState.Paused), (ClockState.Running, ClockState.Met), (ClockState.Running, ClockState.Breached),
        (ClockState.Running, ClockState.Cancelled), (ClockState.Running, ClockState.Waived),
        (ClockState.Paused, ClockState.Running), (ClockState.Paused, ClockState.Cancelled),
        (ClockState.Breached, ClockState.MetLate), (ClockState.Breached, ClockState.Met), (ClockState.Breached, ClockState.Waived),
    ];

    [Fact]
    public void The_table_of_a_clock_is_exactly_this() => Assert.Equal(Table, Clock.Life.Transitions.ToHashSet());

    [Fact]
    public void A_duty_done_in_time_is_met()
    {
        var clock = Start();
        Assert.Null(clock.Stop(Noon.AddMinutes(10)));
        Assert.Equal((ClockState.Met, Noon.AddMinutes(10), (DateTimeOffset?)null), (clock.State, clock.MetAt, clock.BreachedAt));
    }

    [Fact]
    public void A_duty_done_late_shows_the_due_moment_and_the_moment_it_was_done()
    {
        var clock = Start();
        Assert.Null(clock.Stop(Noon.AddMinutes(14)));
        Assert.Equal((ClockState.MetLate, Noon.AddMinutes(14), Noon.AddMinutes(10)), (clock.State, clock.MetAt!.Value, clock.BreachedAt!.Value));
    }

    [Fact]
    public void What_was_done_in_time_and_learnt_late_turns_a_breach_into_met_and_keeps_both_times()
    {
        var clock = Start();
        Pass(clock, Noon.AddMinutes(30));
        Assert.Equal(ClockState.Breached, clock.State);
        Assert.Null(clock.Stop(Noon.AddMinutes(9)));
        Assert.Equal((ClockState.Met, Noon.AddMinutes(10), Noon.AddMinutes(9)), (clock.State, clock.BreachedAt!.Value, clock.MetAt!.Value));
    }

    [Fact]
    public void It_warns_once_at_its_share_of_the_time_and_breaks_at_the_due_moment_whenever_one_looks()
    {
        var clock = Start();
        Assert.Equal([ClockStep.Warned, ClockStep.Breached], Pass(clock, Noon.AddDays(3)));
        Assert.Equal((Noon.AddMinutes(7.5), Noon.AddMinutes(10)), (clock.WarnedAt!.Value, clock.BreachedAt!.Value));
        Assert.Empty(Pass(clock, Noon.AddDays(4)));
    }

    [Fact]
    public void A_pause_moves_the_due_moment_by_exactly_its_length()
    {
        var clock = Start();
        Assert.Null(clock.Pause("appraisal", Noon.AddMinutes(2)));
        Assert.Empty(Pass(clock, Noon.AddDays(1)));
        Assert.Null(clock.Resume(Noon.AddMinutes(32)));
        Assert.Equal(Noon.AddMinutes(40), clock.DueAt);
    }

    [Fact]
    public void It_pauses_only_for_a_reason_that_its_definition_names()
    {
        var clock = Start();
        Assert.Equal("pause-reason", clock.Pause("lunch", Noon)!.Rule);
        Assert.Equal(ClockState.Running, clock.State);
    }

    [Fact]
    public void Whatever_happens_a_clock_keeps_to_its_table_and_its_version_tells_of_every_change() =>
        Prop.ForAll(Gen.Choose(0, 6).Two().ListOf().ToArbitrary(), commands =>
        {
            var clock = Start();
            var now = Noon;
            foreach (var (command, minutes) in commands)
            {
                var (state, version) = (clock.State, clock.Version);
                now = now.AddMinutes(minutes);
                var refusal = Apply(clock, command, now);
                if (refusal is not null && (clock.State != state || clock.Version != version)) return false;
                if (clock.State != state && (clock.Version <= version || !Reachable(state, clock.State))) return false;
                if (clock.State is ClockState.Breached or ClockState.MetLate && clock.BreachedAt != clock.DueAt) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    private static Refusal? Apply(Clock clock, int command, DateTimeOffset now)
    {
        if (command == 6) Pass(clock, now);
        return Decide(clock, command, now);
    }

    private static Refusal? Decide(Clock clock, int command, DateTimeOffset now) => command switch
    {
        0 => clock.Stop(now),
        1 => clock.Pause("appraisal", now),
        2 => clock.Resume(now),
        3 => clock.Cancel(),
        4 => clock.Waive("superseded", "approver"),
        5 => clock.Pause("lunch", now),
        _ => null,
    };

    /// <summary>A stop may pass through Running and Breached at once.</summary>
    private static bool Reachable(ClockState from, ClockState to) => Table.Contains((from, to))
        || Table.Any(t => t.Item1 == from && (Table.Contains((t.Item2, to)) || Table.Any(u => u.Item1 == t.Item2 && Table.Contains((u.Item2, to)))));

    private static List<ClockStep> Pass(Clock clock, DateTimeOffset now)
    {
        var steps = new List<ClockStep>();
        while (clock.Pass(now) is { } step) steps.Add(step);
        return steps;
    }

    private static Clock Start() =>
        Clock.Create(null, "test.duty", Guid.NewGuid(), Guid.NewGuid(), 0, Noon, Noon.AddMinutes(10), Noon, 75, ["appraisal"], "default");
}
