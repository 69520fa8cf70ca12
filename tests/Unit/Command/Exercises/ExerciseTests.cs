using Coordination.Command.Exercises;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Exercises;

public sealed class ExerciseTests
{
    private static readonly DateTimeOffset Real = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Played = new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero);

    private static Exercise Begun(double speed = 60, bool immediate = true) => Exercise.Begin(Guid.CreateVersion7(), "E1", Played, speed, immediate, Real);

    [Fact]
    public void The_table_of_an_exercise_is_this_one() => Machine.HasTable(Exercise.Life, """
        Held: Running Ended
        Running: Held Ended
        """);

    [Fact]
    public void Whatever_is_decided_exercise_time_never_runs_back()
    {
        var real = Real;
        var last = Played;
        Machine.Keeps(
            () =>
            {
                (real, last) = (Real, Played);
                return Begun();
            },
            Exercise.Life, e => e.State, e => e.Version,
            e =>
            {
                var now = e.At(real);
                var runsBack = now < last || e.Segments.Zip(e.Segments.Skip(1)).Any(p => p.Second.RealStart < p.First.RealStart || p.Second.ExerciseStart < p.First.ExerciseStart);
                last = now;
                return !runsBack && (e.State == ExerciseState.Running) == (e.Segments[^1].Speed > 0);
            },
            (e, _) => e.Hold(real), (e, _) => e.Resume(real), (e, n) => e.SetSpeed(n % 3 == 0 ? 0 : n % 600, real),
            (e, n) => e.Advance(last.AddSeconds((n % 100) - 20), real), (e, n) => n % 20 == 0 ? e.End(real) : null,
            (_, n) =>
            {
                real = real.AddMilliseconds(n % 5000);
                return null;
            });
    }

    [Fact]
    public void A_machine_whose_clock_was_set_back_does_not_put_a_stretch_before_another()
    {
        var exercise = Begun();
        exercise.Hold(Real.AddSeconds(10));
        exercise.Resume(Real.AddSeconds(5));
        Assert.Equal(exercise.Segments[1].RealStart, exercise.Segments[2].RealStart);
        Assert.Equal(exercise.Segments[1].ExerciseStart, exercise.Segments[2].ExerciseStart);
    }

    [Fact]
    public void Held_time_stands_still_until_it_is_resumed()
    {
        var exercise = Begun(immediate: false);
        Assert.Equal(Played, exercise.At(Real.AddHours(1)));
        Assert.Null(exercise.Resume(Real.AddHours(1)));
        Assert.Equal(Played.AddMinutes(1), exercise.At(Real.AddHours(1).AddSeconds(1)));
    }

    [Fact]
    public void A_jump_goes_forward_only()
    {
        var exercise = Begun(speed: 0);
        Assert.Null(exercise.Advance(Played.AddHours(5), Real.AddSeconds(1)));
        Assert.Equal(Played.AddHours(5), exercise.At(Real.AddSeconds(2)));
        Machine.Refused(exercise.Advance(Played.AddHours(4), Real.AddSeconds(3)), "time-runs-forward");
        var version = exercise.Version;
        Assert.Null(exercise.Advance(Played.AddHours(5), Real.AddSeconds(4)));
        Assert.Equal(version, exercise.Version);
    }

    [Fact]
    public void What_every_service_is_told_holds_all_stretches_and_a_growing_version()
    {
        var exercise = Begun();
        exercise.Hold(Real.AddSeconds(10));
        exercise.End(Real.AddSeconds(20));
        var told = exercise.Time(Real.AddSeconds(20));
        Assert.Equal((3, true, 3), (told.Version, told.Ended, told.Segments.Count));
        Assert.Equal(Played.AddMinutes(10), told.Segments[1].ExerciseStart);
    }

    [Fact]
    public void An_exercise_that_is_over_is_not_steered()
    {
        var exercise = Begun();
        exercise.End(Real);
        Machine.Refused(exercise.Advance(Played.AddDays(1), Real), "exercise-ended");
        Machine.Refused(exercise.SetSpeed(2, Real), "exercise-ended");
    }

    [Fact]
    public void At_speed_nought_time_is_not_resumed() => Machine.Refused(Begun(speed: 0).Resume(Real), "no-speed");

    [Fact]
    public void Platform_reads_the_same_time_from_the_map() => Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), ms =>
    {
        var exercise = Begun();
        exercise.SetSpeed(3, Real.AddSeconds(2));
        exercise.Advance(Played.AddHours(1), Real.AddSeconds(4));
        var clock = new ExerciseClock(exercise.Id);
        clock.Take(exercise.Time(Real));
        return clock.At(Real.AddMilliseconds(ms)) == exercise.At(Real.AddMilliseconds(ms));
    }).QuickCheckThrowOnFailure();
}
