using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Drills;

/// <summary>A clock of the exercise as its service shows it.</summary>
internal sealed record ClockRow(
    string Service, string Key, string EntityId, int Occurrence, string State, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? WarnedAt,
    DateTimeOffset? MetAt, DateTimeOffset? BreachedAt)
{
    internal static ClockRow Of(string service, JsonNode c) => new(
        service, c["key"]!.GetValue<string>(), c["entityId"]!.GetValue<string>(), c["occurrence"]!.GetValue<int>(), c["state"]!.GetValue<string>(),
        Match.Instant(c["startedAt"])!.Value, Match.Instant(c["dueAt"])!.Value, Match.Instant(c["warnedAt"]), Match.Instant(c["metAt"]), Match.Instant(c["breachedAt"]));

    /// <summary>One of its times; null when it has not come.</summary>
    internal DateTimeOffset? Time(string name) => name switch
    {
        "started" => StartedAt,
        "due" => DueAt,
        "warned" => WarnedAt,
        "met" => MetAt,
        _ => BreachedAt,
    };
}

/// <summary>All clocks of an exercise, of every service that shows them.</summary>
internal static class ClockBoard
{
    internal static async Task<IReadOnlyList<ClockRow>> ReadAsync(RegionClient region, IReadOnlyList<string> services, string exercise, CancellationToken ct)
    {
        var rows = new List<ClockRow>();
        foreach (var service in services)
            rows.AddRange((await region.ReadAllAsync(Observers.Of(service), $"/v1/{service}/clocks?exercise={exercise}&limit=100", ct)).Select(c => ClockRow.Of(service, c)));
        return rows;
    }

    /// <summary>Null when the clock is as expected, otherwise what differs.</summary>
    internal static (Outcome, string?) Judge(ClockExpectation expected, IReadOnlyList<ClockRow> board, Values values)
    {
        var entity = expected.Of is { } of ? values.Fill(of) : null;
        var rows = board.Where(c => c.Key == expected.Key && (entity is null || string.Equals(c.EntityId, entity, StringComparison.OrdinalIgnoreCase)) && c.Occurrence == expected.Occurrence).ToList();
        if (rows is not [var clock])
            return (Outcome.Unmet, rows.Count == 0 ? $"there is no clock {expected.Key} #{expected.Occurrence}" : $"{rows.Count} clocks {expected.Key}: say 'of' which");
        var wrong = expected.Times.Where(t => clock.Time(t.Key) != Wanted(t.Value, values)).Select(t => $"{t.Key} expected {t.Value}, was {Show(clock.Time(t.Key), values)}").ToList();
        if (clock.State != expected.State) wrong.Insert(0, $"expected {expected.State}, was {clock.State}");
        return wrong.Count == 0 ? (Outcome.Met, null) : (Outcome.Unmet, string.Join("; ", wrong));
    }

    private static DateTimeOffset? Wanted(string text, Values values) => Offset.TryParse(text, out var offset) ? values.At(offset) : null;

    private static string Show(DateTimeOffset? at, Values values) => at is { } moment ? Offset.Show(moment - values.At(TimeSpan.Zero)) : "never";
}

/// <summary>Who the runner is when it looks: the clocks of mediation are for mediators only.</summary>
internal static class Observers
{
    internal static readonly Actor Control = new("control", "drill-control", ["operator", "auditor"], null, 0);
    private static readonly Actor Mediator = new("observer", "drill-control", ["mediator"], null, 0);

    internal static Actor Of(string service) => service.StartsWith("mediation", StringComparison.Ordinal) ? Mediator : Control;
}
