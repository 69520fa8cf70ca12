using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Platform;

/// <summary>What arrived together, and what was set aside, is taken in runs.</summary>
public sealed class RunsTests
{
    private const string ChangeOfTime = "command.exercise-time-changed.v1";

    /// <summary>Whatever comes: nothing is left out, doubled or moved; no run is longer than 64; a change of an exercise's time stands alone.</summary>
    [Fact]
    public void Runs_are_what_came_in_its_order_bounded_and_cut_at_each_change_of_time() =>
        Prop.ForAll(Gen.Choose(0, 40).ListOf(400).ToArbitrary(), numbers =>
        {
            var events = numbers.Select((n, at) => (At: at, Type: n == 0 ? ChangeOfTime : $"probe.{n}.v1")).ToList();
            var runs = Consumer.Runs(events, e => e.Type).ToList();
            Assert.Equal(events, runs.SelectMany(r => r));
            Assert.All(runs, r => Assert.InRange(r.Count, 1, 64));
            Assert.All(runs.Where(r => r.Any(e => e.Type == ChangeOfTime)), r => Assert.Single(r));
        }).QuickCheckThrowOnFailure();
}
