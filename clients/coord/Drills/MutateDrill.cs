using System.CommandLine;
using Coordination.CommandLine.Regions;
using Spectre.Console;

namespace Coordination.CommandLine.Drills;

/// <summary><c>coord drill mutate FILE</c>: proves that every expectation of a drill fails when its cause is gone.</summary>
internal static class MutateDrill
{
    internal static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A drill that passes." };
        var url = RegionUrl.Option();
        var command = new Command("mutate", "Plays a drill once for each cause, without it, and sees that what depends on it fails.") { file, url };
        command.SetAction(async (parsed, ct) =>
        {
            var console = Terminal.Open();
            if (DrillFile.Open(parsed.GetRequiredValue(file), console) is not { } drill) return Exit.Unable;
            var survived = 0;
            foreach (var mutant in Mutants.Of(drill))
            {
                var evaluation = await new DrillRun(mutant.Drill, RegionClient.At(parsed.GetRequiredValue(url)), new Unwatched()).PlayAsync(mutant.Steps, ct);
                var survivors = Mutants.Survivors(mutant, evaluation);
                survived += survivors.Count;
                console.WriteLine(survivors.Count == 0 ? Language.Say($"killed   {mutant.MustFail.Count,3} expectations {mutant.Change}") : Language.Say($"SURVIVED {mutant.MustFail.Count,3} expectations {mutant.Change}"));
                if (evaluation.Broken is { } broken) console.WriteLine($"         {Language.Say($"The run ended early: {broken}")}");
                foreach (var e in survivors) console.WriteLine($"         {Language.Say($"line {e.Line}")}: {e.Says}");
            }
            console.WriteLine(survived == 0 ? Language.Say($"Every expectation can fail.") : Language.Say($"{survived} expectations prove nothing."));
            return survived == 0 ? Exit.Good : Exit.Bad;
        });
        return command;
    }
}
