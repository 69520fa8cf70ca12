using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Desks;

/// <summary>What became of a file of reports, row by row: those that were taken as a table, those that were not beside their line, field and rule.</summary>
internal static class ReportBatch
{
    /// <summary>The work was done; where a row was refused, something is wrong.</summary>
    internal static int Show(Desk desk, Reply reply)
    {
        var rows = (reply.Body as JsonObject)?["rows"] as JsonArray ?? [];
        if (!reply.IsSuccess || desk.IsJson) return desk.Show(reply) == Exit.Good && Refused(rows).Count == 0 ? Exit.Good : Exit.Bad;
        Answers.Table(new JsonArray([.. rows.Where(r => r?["reportId"] is not null).Select(r => r!.DeepClone())]), Shown.ReportRowResultRow);
        foreach (var row in Refused(rows))
            foreach (var fault in row["faults"] as JsonArray ?? [])
                Console.Error.WriteLine($"  {row["line"]}: {fault?["field"]}: {fault?["rule"]}: {Desk.Translated(fault?["rule"]) ?? fault?["detail"]?.ToString()}");
        return Refused(rows).Count == 0 ? Exit.Good : Exit.Bad;
    }

    private static List<JsonNode> Refused(JsonArray rows) => [.. rows.Where(r => r is not null && r["reportId"] is null).Select(r => r!)];
}
