using Coordination.Contracts.Events;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Platform;

public sealed class ExerciseClockTests
{
    private static readonly DateTimeOffset Real = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Played = new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Time_runs_at_the_speed_of_its_stretch_and_jumps_between_stretches()
    {
        var clock = Of((0, 0, 60), (10, 3600, 0), (20, 3600, 1));
        Assert.Equal(Played.AddSeconds(300), clock.At(Real.AddSeconds(5)));
        Assert.Equal(Played.AddSeconds(3600), clock.At(Real.AddSeconds(15)));
        Assert.Equal(Played.AddSeconds(3605), clock.At(Real.AddSeconds(25)));
    }

    [Fact]
    public void A_moment_that_a_jump_passed_over_was_reached_when_it_jumped() =>
        Assert.Equal(Real.AddSeconds(10), Of((0, 0, 0), (10, 3600, 0)).RealOf(Played.AddSeconds(1800)));

    [Fact]
    public void While_time_is_held_before_a_moment_it_has_no_real_instant() =>
        Assert.Null(Of((0, 0, 0)).RealOf(Played.AddSeconds(1)));

    [Fact]
    public void An_older_map_never_replaces_a_newer_one()
    {
        var clock = Of((0, 0, 1));
        Assert.False(clock.Take(new ExerciseTimeChanged(clock.Id, 1, false, [new(Real, Played, 5)], Real)));
        Assert.Equal(Played.AddSeconds(1), clock.At(Real.AddSeconds(1)));
    }

    [Fact]
    public void At_the_real_instant_of_a_moment_exercise_time_has_reached_it() => Prop.ForAll(
        Gen.Choose(0, 5000).Three().ToArbitrary(), t =>
        {
            var clock = Of((0, 0, t.Item1 % 7), (t.Item2 + 1, ((t.Item2 + 1) * (t.Item1 % 7)) + t.Item3, 2));
            var moment = Played.AddSeconds(t.Item3);
            return clock.RealOf(moment) is not { } real || clock.At(real.AddMilliseconds(1)) >= moment;
        }).QuickCheckThrowOnFailure();

    private static ExerciseClock Of(params (int Real, int Played, double Speed)[] segments)
    {
        var clock = new ExerciseClock(Guid.NewGuid());
        clock.Take(new ExerciseTimeChanged(clock.Id, 1, false, [.. segments.Select(s => new ExerciseSegment(Real.AddSeconds(s.Real), Played.AddSeconds(s.Played), s.Speed))], Real));
        return clock;
    }
}
