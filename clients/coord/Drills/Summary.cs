using Spectre.Console;

namespace Coordination.CommandLine.Drills;

/// <summary>The evaluation in words: every clock with both its times, every expectation that was not met, and the verdict.</summary>
internal static class Summary
{
    internal static void Write(Evaluation evaluation, IAnsiConsole console)
    {
        var t0 = evaluation.Drill.T0;
        if (evaluation.Clocks.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns(Language.Words("clock", "state", "started", "due", "met", "breached"));
            foreach (var c in evaluation.Clocks.OrderBy(c => c.StartedAt).ThenBy(c => c.DueAt))
                table.AddRow(
                    Markup.Escape(c.Occurrence == 0 ? c.Key : $"{c.Key} #{c.Occurrence}"), Coloured(c.State), Offset.Show(c.StartedAt - t0), Offset.Show(c.DueAt - t0),
                    Show(c.MetAt, t0), Show(c.BreachedAt, t0));
            console.Write(table);
        }
        foreach (var step in evaluation.Findings.GroupBy(f => (f.Step, f.Title)))
        {
            console.MarkupLine($"[bold]{Markup.Escape(step.Key.Title)}[/]");
            foreach (var f in step)
                console.MarkupLine(f.Outcome switch
                {
                    Outcome.Met => $"  [green]{Language.Word("met")}[/]   {Markup.Escape(f.Says)}",
                    Outcome.NotRun => $"  [yellow]{Language.Word("not run")}[/] {Markup.Escape(f.Says)} [grey]({Language.Say($"line {f.Line}")})[/] {Markup.Escape(Language.Say($"needs {f.Detail}"))}",
                    _ => $"  [red]{Verdict(f.Outcome)}[/] {Markup.Escape(f.Says)} [grey]({Language.Say($"line {f.Line}")})[/] {Markup.Escape(f.Detail ?? "")}",
                });
        }
        if (evaluation.Broken is { } broken) console.MarkupLine($"[red]{Markup.Escape(Language.Say($"The run ended early: {broken}"))}[/]");
        var met = evaluation.Findings.Count(f => f.Outcome == Outcome.Met);
        var verdict = evaluation.IsGood ? $"[green]{Language.Word("PASSED")}[/]" : $"[red]{Language.Word("FAILED")}[/]";
        var (asked, notRun) = evaluation.Counts;
        var left = notRun == 0 ? "" : Language.Say($", {notRun} not run");
        console.MarkupLine($"{verdict} {Language.Say($"{met} of {asked} expectations met{left}, {evaluation.Clocks.Count} clocks, {evaluation.Took.TotalSeconds:0.0} s")}");
    }

    private static string Coloured(string state) => state switch
    {
        "Met" => $"[green]{Language.Word(state)}[/]",
        "Breached" => $"[red]{Language.Word(state)}[/]",
        "MetLate" => $"[yellow]{Language.Word(state)}[/]",
        _ => Language.Word(state),
    };

    private static string Verdict(Outcome outcome) => Language.Word(outcome switch { Outcome.Unmet => "UNMET", Outcome.Unknown => "UNKNOWN", _ => "NOT EVALUATED" });

    private static string Show(DateTimeOffset? at, DateTimeOffset t0) => at is { } moment ? Offset.Show(moment - t0) : "–";
}
