using Spectre.Console;

namespace Coordination.CommandLine.Up;

/// <summary>What runs, as a table that follows on a terminal, or as a line for each change elsewhere.</summary>
internal static class Board
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(500);

    internal static Task ShowAsync(LocalRegion region, CancellationToken ct) => Console.IsOutputRedirected ? LinesAsync(region, ct) : TableAsync(region, ct);

    private static Task TableAsync(LocalRegion region, CancellationToken ct) => AnsiConsole.Live(Draw(region)).StartAsync(async live =>
    {
        while (await TickAsync(ct)) live.UpdateTarget(Draw(region));
    });

    private static Rows Draw(LocalRegion region)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Language.Say($"region at {region.Address.ToString().TrimEnd('/')}   NOT FOR PRODUCTION   Ctrl-C stops it"))
            .AddColumns(Language.Words("process", "state", "pid", "address", "restarts"));
        foreach (var part in region.Parts.Select(p => p.View))
            table.AddRow(part.Name, State(part.State), $"{part.Process}", Address(part), $"{part.Restarts}");
        var log = new Panel(new Text(string.Join('\n', region.Logs.Newest)) { Overflow = Overflow.Ellipsis }).Header(Markup.Escape(Language.Say($"log, whole in {region.Logs.Folder}"))).Expand().Border(BoxBorder.Square);
        return new(table, log, new Text(Next(region)));
    }

    private static async Task LinesAsync(LocalRegion region, CancellationToken ct)
    {
        var shown = new Dictionary<string, PartState>(StringComparer.Ordinal);
        var announced = false;
        do
        {
            var views = region.Parts.Select(p => p.View).ToList();
            foreach (var part in views.Where(p => !shown.TryGetValue(p.Name, out var before) || before != p.State))
            {
                shown[part.Name] = part.State;
                Console.WriteLine($"{part.Name,-20} {Language.Word(StateName(part.State)),-8} {Address(part)}{(part.State is PartState.Ended ? $"   {part.Said}" : "")}");
            }
            if (!announced && views.TrueForAll(v => v.State == PartState.Ready))
            {
                announced = true;
                Console.WriteLine(Language.Say($"The region is ready at {region.Address.ToString().TrimEnd('/')}   NOT FOR PRODUCTION"));
                Console.WriteLine(Next(region));
            }
        }
        while (await TickAsync(ct));
    }

    private static async Task<bool> TickAsync(CancellationToken ct)
    {
        await Task.Delay(Refresh, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return !ct.IsCancellationRequested;
    }

    /// <summary>What one who has just started it does first.</summary>
    private static string Next(LocalRegion region)
    {
        var url = region.Address.ToString().TrimEnd('/');
        return string.Join(
            Environment.NewLine,
            Language.Say($"a token: coord token --agency fire --role duty-officer --url {url}"),
            Language.Say($"a drill: coord drill run drills/e4-crowd-overload.yaml --url {url}"),
            Language.Say($"its events: coord events tail --url {url}"),
            Language.Say($"its logs: {region.Logs.Folder}"));
    }

    private static string Address(PartView part) => part.Address.ToString().TrimEnd('/');

    private static string State(PartState state) => state switch
    {
        PartState.Ready => $"[green]{Language.Word("ready")}[/]",
        PartState.Ended => $"[red]{Language.Word("ended")}[/]",
        PartState.Silent => $"[yellow]{Language.Word("silent")}[/]",
        _ => Language.Word(StateName(state)),
    };

    private static string StateName(PartState state) => state.ToString().ToLowerInvariant();
}
