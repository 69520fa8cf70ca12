using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;

namespace Coordination.Tests.Functional.Drills;

/// <summary>An expectation that holds without its cause proves nothing: each drill is played on without each cause, on a copy of the region made just before it.
/// It tests the drills, not the region, so one shape is enough.</summary>
public sealed class MutationTests
{
    public static TheoryData<string> Shipped => [.. ShippedDrills.Names];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Each_expectation_fails_when_its_cause_is_gone(string name)
    {
        await using var region = new EmbeddedRegion();
        await region.InitializeAsync();
        var drill = ShippedDrills.Read(name);
        var whole = new DrillRun(drill, RegionClient.At(region.Address), new Unwatched());
        var survivors = new List<string>();
        var mutants = Mutants.Of(drill).OrderBy(m => m.From).ToList();
        Mutant?[] tried = [mutants[mutants.Count / 2], mutants[^1], mutants.FindLast(m => m.From.Call > 0 && m.From.Call < drill.Steps[m.From.Step].Calls.Count - 1)];
        foreach (var mutant in mutants)
        {
            var before = await whole.PlayAsync(mutant.From, TestContext.Current.CancellationToken);
            Assert.True(before.Broken is null, $"before {mutant.Change}: {before.Broken}");
            Assert.All(before.Findings, f => Assert.True(f.Outcome is Outcome.Met or Outcome.NotRun or Outcome.NotEvaluated, $"line {f.Line}: {f.Says}: {f.Outcome} {f.Detail}"));
            if (tried.Contains(mutant)) await NothingFailsOnACopyAloneAsync();
            var evaluation = await OnACopyAsync(mutant.Drill, mutant.Steps);
            Assert.True(evaluation.Broken is null, $"{mutant.Change}: {evaluation.Broken}");
            survivors.AddRange(Mutants.Survivors(mutant, evaluation).Select(e => $"line {e.Line}: {e.Says}, {mutant.Change}"));
        }
        Assert.Empty(survivors);

        async Task<Evaluation> OnACopyAsync(Drill changed, int steps)
        {
            await using var copy = await region.CopyAsync();
            return await whole.Onwards(changed, RegionClient.At(copy.Address)).PlayAsync(steps, TestContext.Current.CancellationToken);
        }

        // Or each mutant would be killed by the copying.
        async Task NothingFailsOnACopyAloneAsync()
        {
            var findings = (await OnACopyAsync(drill, drill.Steps.Count)).Findings.Where(f => f.Outcome != Outcome.NotRun);
            var rest = findings.SkipWhile(f => f.Outcome == Outcome.NotEvaluated).ToList();
            Assert.All(rest, f => Assert.True(f.Outcome == Outcome.Met, $"line {f.Line}: {f.Says}: {f.Outcome} {f.Detail}"));
            Assert.NotEmpty(rest);
        }
    }
}
