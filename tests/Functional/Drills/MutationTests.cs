using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;

namespace Coordination.Tests.Functional.Drills;

/// <summary>An expectation that holds without its cause proves nothing: each drill is played once for each cause, without it. It tests the
/// drills, not the region, so one shape is enough; every other mutant is played in a region of its own, beside the rest of them.</summary>
public abstract class MutationTests(EmbeddedRegion region, int first)
{
    public sealed class Even(EmbeddedRegion region) : MutationTests(region, 0), IClassFixture<EmbeddedRegion>;

    public sealed class Odd(EmbeddedRegion region) : MutationTests(region, 1), IClassFixture<EmbeddedRegion>;

    public static TheoryData<string> Shipped => [.. ShippedDrills.Names];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Each_expectation_fails_when_its_cause_is_gone(string name)
    {
        var survivors = new List<string>();
        foreach (var (_, mutant) in Mutants.Of(ShippedDrills.Read(name)).Index().Where(m => m.Index % 2 == first))
        {
            var evaluation = await new DrillRun(mutant.Drill, RegionClient.At(region.Address), new Unwatched()).PlayAsync(mutant.Steps, TestContext.Current.CancellationToken);
            Assert.True(evaluation.Broken is null, $"{mutant.Change}: {evaluation.Broken}");
            survivors.AddRange(Mutants.Survivors(mutant, evaluation).Select(e => $"line {e.Line}: {e.Says}, {mutant.Change}"));
        }
        Assert.Empty(survivors);
    }
}
