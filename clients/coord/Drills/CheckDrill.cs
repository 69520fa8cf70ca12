using System.CommandLine;
using Spectre.Console;

namespace Coordination.CommandLine.Drills;

/// <summary><c>coord drill check FILE</c>: is the file a drill whose every expectation can fail? No region is needed.</summary>
internal static class CheckDrill
{
    internal static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A drill, for example drills/e4-crowd-overload.yaml." };
        var command = new Command("check", "Checks a drill file without playing it.") { file };
        command.SetAction(parsed =>
        {
            var console = Terminal.Open();
            if (DrillFile.Open(parsed.GetRequiredValue(file), console) is not { } drill) return Exit.Unable;
            var (asked, notRun) = new Evaluation(drill).Counts;
            var left = notRun == 0 ? "" : Language.Say($", {notRun} not run");
            console.WriteLine(Language.Say($"{drill.Name}: {drill.Steps.Count} steps, {asked} expectations{left}, no faults."));
            return Exit.Good;
        });
        return command;
    }
}
