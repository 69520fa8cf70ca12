using System.Text.RegularExpressions;
using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.Tests.ContractTests;

/// <summary><c>docs/labels.csv</c>: every event type has a sharing label, and an operation that reads what it is about for just those whom the label lets hear of it.</summary>
public sealed partial class LabelTests
{
    private sealed record Row(string Type, string Label, string Read, string Alone, string ReadAlone);

    private static readonly List<Row> Rows = [.. File.ReadAllLines(Root.At("docs", "labels.csv")).Skip(1).Select(l => l.Split(';')).Select(c => new Row(c[0], c[1], c[2], c[3], c[4]))];

    /// <summary>Operation and relation.</summary>
    private static readonly Dictionary<string, string> Relations =
        File.ReadAllLines(Root.At("docs", "authz.csv")).Skip(1).Select(l => l.Split(';')).ToDictionary(c => c[0], c => c[3], StringComparer.Ordinal);

    [Fact]
    public void Every_event_type_stands_in_the_file_once_and_no_other() => Assert.Equal(EventCatalogue.All.Select(e => e.Name), Rows.Select(r => r.Type));

    [Fact]
    public void A_type_is_written_with_the_label_that_the_file_gives_it() => Assert.Equal([], Rows
        .Where(r => EventCatalogue.LabelOf(r.Type) is var type && (type.Label, type.Alone ?? "") != (r.Label, r.Alone)).Select(r => r.Type));

    [Fact]
    public void A_label_is_one_of_five_and_all_of_them_are_used() =>
        Assert.Equal(Labels.All.Order(StringComparer.Ordinal), Rows.SelectMany(r => (string[])[r.Label, r.Alone]).Where(l => l.Length > 0).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Only_what_may_belong_to_no_incident_has_another_label_there() => Assert.Equal([], Rows
        .Where(r => (r.Alone.Length > 0) != (r.ReadAlone.Length > 0) || (r.Alone.Length > 0 && !MayBeAlone(EventCatalogue.Find(r.Type)))
            || (r is { Label: Labels.Amber, Alone: "" } && EventCatalogue.Find(r.Type).GetProperty("IncidentId")?.PropertyType == typeof(Guid?))).Select(r => r.Type));

    [Fact]
    public void Who_a_label_lets_hear_of_a_thing_is_who_may_read_it()
    {
        Assert.Equal([], Rows.Where(r => !Agree(r.Label, r.Read)).Select(r => $"{r.Type}: {r.Label} {r.Read}"));
        Assert.Equal([], Rows.Where(r => r.Alone.Length > 0 && r.Alone != Labels.Green && !Agree(r.Alone, r.ReadAlone)).Select(r => $"{r.Type}: {r.Alone} {r.ReadAlone}"));
    }

    [Fact]
    public void The_operation_that_reads_a_thing_names_a_member_of_the_event()
    {
        foreach (var (type, read) in Rows.SelectMany(r => ((string, string)[])[(r.Type, r.Read), (r.Type, r.ReadAlone)]))
            if (Member().Match(read) is { Success: true } m) Assert.True(EventCatalogue.Find(type).GetProperties().Any(p => string.Equals(p.Name, m.Groups["member"].Value, StringComparison.OrdinalIgnoreCase)), $"{type}: {read}");
    }

    private static bool MayBeAlone(Type type) => type.GetProperty("IncidentId") is { } incident ? incident.PropertyType == typeof(Guid?) : type.IsAssignableTo(typeof(IReportEvent)) || type == typeof(ClockChanged);

    /// <summary>The widest relation that a label allows: what was published is anybody's, what is for all agencies asks for a role alone.</summary>
    private static bool Agree(string label, string read) => Relations[read.Split('(')[0]] is var relation && label switch
    {
        Labels.Clear => relation == "public",
        // A response level in force and an alert that was sent are read by all agencies, though what leads to them is not.
        Labels.Green => relation is "role" or "area",
        Labels.Amber => relation is "incident" or "area",
        Labels.AmberStrict => relation is "report" or "own" or "book" or "sight" || read is "readClockBoard" or "readFinding(findingId)" or "readMediationCounts" or "readStatement(statementId)" or "readClarification(clarificationId)",
        _ => read == "listAccessEnds",
    };

    [GeneratedRegex("\\((?<member>[a-zA-Z]+)\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();
}
