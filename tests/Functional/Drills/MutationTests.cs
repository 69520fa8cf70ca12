using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;
using Coordination.Tests.Functional.Telemetry;

namespace Coordination.Tests.Functional.Drills;

/// <summary>An expectation that holds without its cause proves nothing: while a drill is played, it is played on without each cause, on a copy of the region made just before
/// it. That tests the drills, not the region, so one shape is enough. It is in a process of its own, which in the end has told nobody what was entrusted to it. Every other
/// drill is played beside the rest of them.</summary>
public abstract class MutationTests
{
    public sealed class Even : MutationTests
    {
        public static TheoryData<string> Shipped => [.. ShippedDrills.Names.Where((_, n) => n % 2 == 0)];

        [Theory]
        [MemberData(nameof(Shipped))]
        public Task A_drill_passes_leaks_nothing_and_each_expectation_fails_when_its_cause_is_gone(string name) => PlayAsync(name);
    }

    public sealed class Odd : MutationTests
    {
        public static TheoryData<string> Shipped => [.. ShippedDrills.Names.Where((_, n) => n % 2 == 1)];

        [Theory]
        [MemberData(nameof(Shipped))]
        public Task A_drill_passes_leaks_nothing_and_each_expectation_fails_when_its_cause_is_gone(string name) => PlayAsync(name);
    }

    private static async Task PlayAsync(string name)
    {
        await using var telemetry = await OtlpReceiver.StartAsync();
        await using var region = await ProcessRegion.StartAsync(telemetry.Address, OwnBooks.Of(name));
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
        await DrillTests.PassedAsync(region, await whole.PlayAsync(drill.Steps.Count, TestContext.Current.CancellationToken));
        await region.StopAsync();
        Assert.Equal([], await Leaks.OfAsync(drill, region, telemetry, TestContext.Current.CancellationToken));

        async Task<Evaluation> OnACopyAsync(Drill changed, int steps)
        {
            await using var copy = await EmbeddedRegion.OnACopyOfAsync(region.Folder, OwnBooks.Of(name));
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
