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

/// <summary>The clocks of an exercise as they are at one moment: those of a service are read when they are asked for.</summary>
internal sealed class ClockBoard(RegionClient region, IReadOnlyList<string> services, string exercise)
{
    private readonly Dictionary<string, IReadOnlyList<ClockRow>> read = [];

    internal async Task<IReadOnlyList<ClockRow>> AllAsync(CancellationToken ct)
    {
        var rows = new List<ClockRow>();
        foreach (var service in services) rows.AddRange(await OfAsync(service, ct));
        return rows;
    }

    /// <summary>A clock of a thing is looked for first where one of its key was found before; who says that it is not as expected has looked everywhere.</summary>
    internal async Task<(Outcome, string?)> JudgeAsync(ClockExpectation expected, Values values, Dictionary<string, string> places, CancellationToken ct)
    {
        if (expected.Of is not null && places.TryGetValue(expected.Key, out var place) && Judge(expected, await OfAsync(place, ct), values) is (Outcome.Met, _) met) return met;
        var all = await AllAsync(ct);
        if (all.FirstOrDefault(c => c.Key == expected.Key) is { Service: var found }) places[expected.Key] = found;
        return Judge(expected, all, values);
    }

    private async Task<IReadOnlyList<ClockRow>> OfAsync(string service, CancellationToken ct) => read.TryGetValue(service, out var known) ? known : read[service] =
        [.. (await region.ReadAllAsync(Observers.Of(service), $"/v1/{service}/clocks?exercise={exercise}&limit=100", ct)).Select(c => ClockRow.Of(service, c))];

    /// <summary>Null when the clock is as expected, otherwise what differs.</summary>
    private static (Outcome, string?) Judge(ClockExpectation expected, IReadOnlyList<ClockRow> board, Values values)
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
