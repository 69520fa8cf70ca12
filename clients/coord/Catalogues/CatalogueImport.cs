using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coordination.CommandLine.Desks;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Catalogues;

/// <summary>
/// Sends a catalogue call by call. A call is taken whole or not at all: rows that are refused are named and left out, and the rest of the call is sent again. The same file
/// again changes nothing, so that what was cut off is sent once more from where it stood.
/// </summary>
internal sealed partial class CatalogueImport(Desk desk, string file, CatalogueTable table)
{
    private readonly Dictionary<string, int> tally = new(StringComparer.Ordinal) { ["rows"] = 0, ["added"] = 0, ["changed"] = 0, ["unchanged"] = 0, ["refused"] = 0 };
    private readonly JsonArray refused = [];

    internal async Task<int> RunAsync(int fromLine, CancellationToken ct)
    {
        foreach (var call in table.Calls(fromLine))
        {
            Reply? stopped = null;
            try
            {
                stopped = await SendAsync(call, ct);
            }
            finally
            {
                // Said however it ends: a region that fell silent, Ctrl-C.
                if (stopped is not { IsSuccess: true }) Console.Error.WriteLine(Language.Say($"What stands before line {call[0].Line} was sent. To go on from there: --from {call[0].Line}"));
            }
            if (!stopped.IsSuccess) return Desk.Refuse(stopped);
            Terminal.Progress(Language.Say($"{tally["rows"] + tally["refused"]} of {table.Rows.Count} rows"));
        }
        var result = new JsonObject(tally.Select(t => KeyValuePair.Create<string, JsonNode?>(t.Key, t.Value)));
        if (desk.IsJson) result["faults"] = refused;
        desk.Show(new Reply(200, result, null), Shown.CatalogueReceiptCard);
        if (tally["refused"] == 0) return Exit.Good;
        Console.Error.WriteLine(Language.Say($"{tally["refused"]} rows were refused and left out: put them right and send the file again."));
        return Exit.Bad;
    }

    /// <summary>The receipt of what was taken of the call, or why nothing can be.</summary>
    private async Task<Reply> SendAsync(IReadOnlyList<TableRow> rows, CancellationToken ct)
    {
        while (rows.Count > 0)
        {
            var reply = await desk.PostTableAsync($"/v1/agencies/{desk.Agency}/catalogue/import", table.Body(rows), ct);
            if (reply is { Status: 429, RetryAfter: { } wait })
            {
                await Task.Delay(wait, ct);
                continue;
            }
            if (reply.IsSuccess)
            {
                foreach (var count in (string[])["rows", "added", "changed", "unchanged"]) tally[count] += reply.Body![count]!.GetValue<int>();
                return reply;
            }
            var faults = Faults(reply);
            // What is wrong with no row is wrong with all of them.
            if (faults is null) return reply;
            foreach (var (row, fault) in faults) Name(rows[row], fault);
            var odd = faults.Select(f => f.Row).ToHashSet();
            tally["refused"] += odd.Count;
            rows = [.. rows.Where((_, i) => !odd.Contains(i))];
        }
        return new(200, null, null);
    }

    private static IReadOnlyList<(int Row, JsonNode Fault)>? Faults(Reply reply)
    {
        var errors = ((reply.Body as JsonObject)?["errors"] as JsonArray ?? []).Select(e => (Row: Pointed().Match($"{e?["pointer"]}"), Fault: e!)).ToList();
        return errors.Count > 0 && errors.TrueForAll(e => e.Row.Success) ? [.. errors.Select(e => (int.Parse(e.Row.Groups["row"].Value, System.Globalization.CultureInfo.InvariantCulture), e.Fault))] : null;
    }

    private void Name(TableRow row, JsonNode fault)
    {
        var (field, rule) = ($"{fault["pointer"]}".Split('/')[^1], $"{fault["rule"]}");
        // The line that the region names is one of the call.
        var detail = Desk.Translated(rule) ?? Numbered().Replace($"{fault["detail"]}", "");
        Console.Error.WriteLine($"{file}:{row.Line}: {field}: {rule}: {detail}");
        if (desk.IsJson) refused.Add(new JsonObject { ["line"] = row.Line, ["field"] = field, ["rule"] = rule });
    }

    [GeneratedRegex(@"^/items/(?<row>\d+)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pointed();

    [GeneratedRegex(@"^Line \d+: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
