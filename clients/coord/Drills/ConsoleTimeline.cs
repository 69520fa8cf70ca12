using Spectre.Console;
using Spectre.Console.Rendering;

namespace Coordination.CommandLine.Drills;

/// <summary>The timeline as it happens: lines on a plain output, a moving board of steps and clocks on a terminal.</summary>
internal sealed class ConsoleTimeline(IAnsiConsole console) : ITimeline
{
    private const int ShownClocks = 10;
    private readonly Queue<string> recent = new();
    private readonly Dictionary<(string, string, int), string> states = [];
    private LiveDisplayContext? live;
    private IReadOnlyList<ClockRow> board = [];
    private DateTimeOffset t0, now;

    public bool ShowsClocks => true;

    /// <summary>Runs something while the board moves.</summary>
    internal async Task<T> WatchAsync<T>(Func<Task<T>> play)
    {
        if (!console.Profile.Capabilities.Interactive) return await play();
        return await console.Live(new Text("")).AutoClear(true).StartAsync(async context =>
        {
            live = context;
            try
            {
                return await play();
            }
            finally
            {
                live = null;
                Flush();
            }
        });
    }

    public void Began(Drill drill, string exercise)
    {
        t0 = drill.T0;
        Tell($"[bold]{Markup.Escape(drill.Title)}[/]  [grey]{Language.Word("exercise")} {exercise}[/]");
    }

    public void Began(Step step, DateTimeOffset at)
    {
        now = at;
        Tell($"[blue]{Offset.Show(at - t0),-12}[/] [bold]{Markup.Escape(step.Title)}[/]");
        foreach (var p in step.Pending) Tell($"{"",-12} [yellow]–[/] {Markup.Escape(p.Says)}: {Language.Word("not run")}, {Markup.Escape(Language.Say($"needs {p.Needs}"))}");
    }

    public void Concluded(Finding finding) => Tell(finding.Outcome == Outcome.Met
        ? $"{"",-12} [green]✓[/] {Markup.Escape(finding.Says)}"
        : $"{"",-12} [red]✗ {Markup.Escape(finding.Says)}: {Markup.Escape(finding.Detail ?? Language.Word($"{finding.Outcome}"))}[/]");

    public void Clocks(IReadOnlyList<ClockRow> rows, DateTimeOffset at)
    {
        (board, now) = (rows, at);
        foreach (var c in rows)
        {
            var was = states.GetValueOrDefault((c.Key, c.EntityId, c.Occurrence));
            states[(c.Key, c.EntityId, c.Occurrence)] = c.State;
            if (was != c.State && c.State is "Breached" or "MetLate")
                Tell($"[blue]{Offset.Show(at - t0),-12}[/] [yellow]⏰ {Markup.Escape(c.Key)} {Language.Word(c.State)}[/] [grey]{Language.Word("due")} {Offset.Show(c.DueAt - t0)}[/]", was != c.State);
        }
        Show();
    }

    private void Tell(string line, bool isNew = true)
    {
        if (!isNew) return;
        recent.Enqueue(line);
        if (live is null) Flush();
        else Show();
    }

    private void Flush()
    {
        while (recent.TryDequeue(out var line)) console.MarkupLine(line);
    }

    private void Show() => live?.UpdateTarget(new Rows(Lines(), ClockTable(board.Where(c => c.State is "Running" or "Paused").OrderBy(c => c.DueAt).Take(ShownClocks))));

    private Rows Lines() => new(recent.TakeLast(Math.Max(5, console.Profile.Height - ShownClocks - 6)).Select(l => (IRenderable)new Markup(l)));

    private Table ClockTable(IEnumerable<ClockRow> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Language.Say($"clocks at {Offset.Show(now - t0)}")).AddColumns(Language.Words("clock", "state", "due", "left"));
        foreach (var c in rows) table.AddRow(Markup.Escape(c.Key), Language.Word(c.State), Offset.Show(c.DueAt - t0), Offset.Show(c.DueAt - now)[1..]);
        return table;
    }
}
