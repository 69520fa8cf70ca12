using Coordination.Command;
using Coordination.Command.Meetings;
using Coordination.Command.Reachability;

namespace Coordination.Tests.Unit.Command;

/// <summary>A clock that nobody is told of is a duty that nobody does.</summary>
public sealed class ToldOfClocksTests
{
    [Theory, InlineData("command"), InlineData("command-plans")]
    public void Every_clock_of_the_package_is_told_to_all_or_to_those_of_its_incident(string file)
    {
        var text = File.ReadAllText(SourceTree.At("contracts", "jurisdictions", "cn-default", $"{file}.yaml"));
        var keys = text.Split("key: ").Skip(1).Select(k => k[..k.IndexOfAny([',', ' ', '\n'])]).Where(k => k.Contains('.', StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(keys);
        // What a meeting agreed and the call of a post say themselves whom they tell.
        Assert.All(keys.Where(k => k is not (MeetingAction.ClockKey or ReachabilityTest.ClockKey)), key => Assert.True(CommandDb.ToldOf(key) is null or ["*"], $"{key} is told to nobody"));
    }

    [Fact]
    public void A_clock_that_this_build_does_not_know_is_for_those_who_run_and_review_the_region() => Assert.Empty(CommandDb.ToldOf("later.thing")!);
}
