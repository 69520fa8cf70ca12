using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Coordination.CommandLine.Regions;
using Spectre.Console;

namespace Coordination.CommandLine.Drills;

/// <summary><c>coord drill run FILE</c>: plays a drill against a running region and judges it. Exit status 0 only when every expectation is met.</summary>
internal static class RunDrill
{
    internal static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A drill, for example drills/e4-crowd-overload.yaml." };
        var url = RegionUrl.Option();
        var speed = new Option<double?>("--speed") { Description = "How many times faster than life exercise time may run at most; as fast as the region can when left out." };
        var report = new Option<FileInfo?>("--report") { Description = "Writes the evaluation as JSON." };
        var junit = new Option<FileInfo?>("--junit") { Description = "Writes the evaluation as JUnit XML." };
        speed.Validators.Add(result =>
        {
            // What is no number at all the parser itself refuses; asked for its value it would throw.
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var times) && (!double.IsFinite(times) || times <= 0))
                result.AddError(Language.Say($"--speed must be a number above 0."));
        });
        foreach (var output in (Option<FileInfo?>[])[report, junit]) output.Validators.Add(HasFolder);
        var command = new Command("run", "Plays a drill against a running region and judges it.") { file, url, speed, report, junit };
        command.SetAction(async (parsed, ct) =>
        {
            var console = Terminal.Open();
            if (DrillFile.Open(parsed.GetRequiredValue(file), console) is not { } drill) return Exit.Unable;
            var timeline = new ConsoleTimeline(console);
            var run = new DrillRun(drill, RegionClient.At(parsed.GetRequiredValue(url)), timeline, parsed.GetValue(speed));
            var evaluation = await timeline.WatchAsync(() => run.PlayAsync(drill.Steps.Count, ct));
            Summary.Write(evaluation, console);
            if (parsed.GetValue(report) is { } json) await File.WriteAllTextAsync(json.FullName, Reports.Json(evaluation), ct);
            if (parsed.GetValue(junit) is { } xml)
            {
                await using var stream = xml.Create();
                Reports.JUnit(evaluation, stream);
            }
            return evaluation.IsGood ? Exit.Good : Exit.Bad;
        });
        return command;
    }

    /// <summary>Said before the drill is played, not after.</summary>
    private static void HasFolder(OptionResult result)
    {
        if (result.Tokens is [var token] && Path.GetDirectoryName(Path.GetFullPath(token.Value)) is { } folder && !Directory.Exists(folder))
            result.AddError(Language.Say($"{result.Option.Name}: there is no folder {folder}."));
    }
}
