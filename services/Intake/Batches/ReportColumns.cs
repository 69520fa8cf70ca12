using System.Globalization;
using System.Text.Json.Nodes;

namespace Coordination.Intake.Batches;

/// <summary>The columns of a file of reports, and which member of a report each is. An empty cell says nothing.</summary>
internal static class ReportColumns
{
    private const string Counts = "/content/casualties";

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["kind"] = "/kind", ["source"] = "/source", ["channel"] = "/channel", ["toAgency"] = "/toAgency", ["category"] = "/category", ["areaCode"] = "/place/areaCode",
        ["latitude"] = "/place/latitude", ["longitude"] = "/place/longitude", ["place"] = "/place/description", ["knownAt"] = "/knownAt", ["tier"] = "/tier", ["toTier"] = "/toTier",
        ["priorReportId"] = "/priorReportId", ["incidentId"] = "/incidentId", ["occurredAt"] = "/content/occurredAt", ["eventKind"] = "/content/eventKind",
        ["eventCode"] = "/content/eventCode", ["suspectedGrade"] = "/content/suspectedGrade", ["trend"] = "/content/trend", ["situation"] = "/content/situation",
        ["cause"] = "/content/cause", ["lossMinor"] = "/content/lossMinor", ["measures"] = "/content/measures", ["needs"] = "/content/needs",
        ["leaderRole"] = "/content/leaderRole", ["signedBy"] = "/content/signedBy", ["reporterContact"] = "/contacts/reporter", ["sceneContact"] = "/contacts/scene",
        ["outageFrom"] = "/outage/from", ["outageUntil"] = "/outage/until", ["lateDoneAt"] = "/late/doneAt", ["lateGround"] = "/late/ground",
        ["lateAttestedBy"] = "/late/attestedBy", ["lateReference"] = "/late/reference",
        ["dead"] = Counts, ["missing"] = Counts, ["injured"] = Counts, ["trapped"] = Counts, ["evacuated"] = Counts,
    };

    private static readonly HashSet<string> Numbers = ["latitude", "longitude", "lossMinor", "dead", "missing", "injured", "trapped", "evacuated"];

    internal static IReadOnlyList<string> Required { get; } = ["kind", "source", "channel", "toAgency", "category", "areaCode", "knownAt"];

    internal static bool IsKnown(string column) => Members.ContainsKey(column);

    /// <summary>The row as the body of a report, and the columns of its counts in their order.</summary>
    internal static (JsonObject Body, IReadOnlyList<string> Counted) Body(IReadOnlyList<string> header, IReadOnlyList<string> cells)
    {
        var body = new JsonObject { ["content"] = new JsonObject() };
        var counted = new List<string>();
        for (var i = 0; i < header.Count; i++)
        {
            var (column, value) = (header[i], cells[i].Trim());
            if (value.Length == 0) continue;
            var path = Members[column].Split('/');
            var owner = path.Length == 2 ? body : Part(body, path[1]);
            if (Members[column] != Counts)
            {
                owner[path[^1]] = Value(column, value);
                continue;
            }
            if (owner["casualties"] is not JsonArray counts) owner["casualties"] = counts = [];
            counts.Add(new JsonObject { ["kind"] = $"{char.ToUpperInvariant(column[0])}{column[1..]}", ["count"] = Value(column, value) });
            counted.Add(column);
        }
        return (body, counted);
    }

    /// <summary>The column that a pointer into a report speaks of; the member itself where none does.</summary>
    internal static string ColumnOf(string pointer, IReadOnlyList<string> counted)
    {
        if (pointer.StartsWith($"{Counts}/", StringComparison.Ordinal) && int.TryParse(pointer.Split('/')[3], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return index < counted.Count ? counted[index] : "casualties";
        return Members.FirstOrDefault(m => m.Value == pointer).Key ?? pointer.TrimStart('/').Split('/')[^1];
    }

    private static JsonObject Part(JsonObject body, string name)
    {
        if (body[name] is not JsonObject part) body[name] = part = [];
        return part;
    }

    /// <summary>What is no number stays text, and is refused as such where a number belongs.</summary>
    private static JsonValue Value(string column, string text) =>
        !Numbers.Contains(column) ? JsonValue.Create(text)
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
        : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? JsonValue.Create(number)
        : JsonValue.Create(text);
}
