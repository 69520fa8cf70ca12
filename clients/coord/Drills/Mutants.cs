namespace Coordination.CommandLine.Drills;

/// <summary>A drill with the cause of some expectations removed, or with what breaks one added: those must now fail. Up to <see cref="From"/> it is the drill itself.</summary>
internal sealed record Mutant(string Change, Drill Drill, Place From, int Steps, IReadOnlyList<Expectation> MustFail);

/// <summary>
/// Every expectation of a drill can be made to fail: without its cause (the call it names, otherwise the last call before it in its step), or with its
/// own mutant. An expectation that holds in spite of that proves nothing.
/// </summary>
internal static class Mutants
{
    internal static IReadOnlyList<Mutant> Of(Drill drill)
    {
        var made = new List<Mutant>();
        var byCause = drill.Steps.SelectMany((step, index) => step.Expectations.Select(e => (Step: step, Index: index, Expectation: e))).ToList();
        foreach (var cause in byCause.Where(e => e.Expectation.Mutant.Count == 0).GroupBy(e => e.Expectation.Cause ?? e.Step.Calls[^1].Id))
            made.Add(Made($"without {Says(drill, cause.Key)}", step => step with { Calls = [.. step.Calls.Where(c => c.Id != cause.Key)] }, At(drill, cause.Key),
                cause.Max(e => e.Index) + 1, [.. cause.Select(e => e.Expectation)]));
        foreach (var (step, index, expectation) in byCause.Where(e => e.Expectation.Mutant.Count > 0))
            made.Add(Made($"with {expectation.Mutant[^1].Says}", s => ReferenceEquals(s, step) ? s with { Calls = [.. s.Calls, .. expectation.Mutant] } : s, new(index, step.Calls.Count),
                index + 1, [expectation]));
        return made;

        // Whether the others hold is nobody's question here: they are not looked at.
        Mutant Made(string says, Func<Step, Step> change, Place from, int steps, IReadOnlyList<Expectation> mustFail) => new(
            says, drill with { Steps = [.. drill.Steps.Select(s => change(s) with { Expectations = [.. s.Expectations.Where(e => mustFail.Any(m => ReferenceEquals(m, e)))] })] }, from, steps, mustFail);
    }

    /// <summary>The expectations that held although they must not, and, where the run broke off, all: nobody saw them fail.</summary>
    internal static IReadOnlyList<Expectation> Survivors(Mutant mutant, Evaluation evaluation) =>
        evaluation.Broken is not null ? mutant.MustFail : [.. mutant.MustFail.Where(e => evaluation.Of(e).Outcome is Outcome.Met)];

    private static Place At(Drill drill, string call) =>
        drill.Steps.SelectMany((step, s) => step.Calls.Select((c, n) => (c.Id, Place: new Place(s, n)))).First(c => c.Id == call).Place;

    private static string Says(Drill drill, string call) => drill.Steps.SelectMany(s => s.Calls).First(c => c.Id == call) is var c ? $"{c.Says} (line {c.Line})" : call;
}
