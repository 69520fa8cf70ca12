using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>Each clock warns once and is breached once, at its due moment, and not while it is paused; at rest none is overdue.</summary>
internal static class ClockHistories
{
    private sealed record Row(Guid Id, string State, long? WarnedAt, long DueAt, long? BreachedAt, long? MetAt);

    internal static IEnumerable<string> Broken(Scenario scenario, bool atRest)
    {
        var store = scenario.Shop;
        var clocks = store.Read("SELECT id, state, warned_at, due_at, breached_at, met_at FROM clocks",
            r => new Row(r.GetGuid(0), r.GetString(1), Moment(r, 2), r.GetInt64(3), Moment(r, 4), Moment(r, 5)));
        var told = JournalRow.Of(store).Where(r => r.Type == "clocks.clock-changed.v1").Select(r => System.Text.Json.JsonSerializer.Deserialize<ClockChanged>(r.Data, EventJson.Tolerant)!).ToLookup(e => e.ClockId);
        var reactions = store.Read("SELECT clock_id, step FROM reactions", r => (Clock: r.GetGuid(0), Step: r.GetString(1))).ToLookup(r => r.Clock, r => r.Step);
        return clocks.SelectMany(c => Of(c, [.. told[c.Id]], [.. reactions[c.Id]], atRest)).Select(v => $"clock: {v}");
    }

    private static IEnumerable<string> Of(Row clock, IReadOnlyList<ClockChanged> told, IReadOnlyList<string> reactions, bool atRest)
    {
        var (warned, breached) = (reactions.Count(r => r == "Warned"), reactions.Count(r => r == "Breached"));
        if (warned > 1) yield return $"warned {warned} times";
        if (breached > 1) yield return $"breached {breached} times";
        if (clock.WarnedAt is not null != warned > 0) yield return "warned, and nobody reacted";
        if (clock.State == nameof(ClockState.Breached) && breached == 0) yield return "breached, and nobody reacted";
        if (told.Count(e => e.State == ClockState.Breached) > 1) yield return "its breach is told more than once";
        if (clock.BreachedAt is { } at && at != clock.DueAt) yield return "breached at another moment than it was due";
        if (clock.State == nameof(ClockState.Met) && clock.MetAt > clock.DueAt) yield return "met after it was due";
        foreach (var (before, after) in told.Zip(told.Skip(1)).Where(p => p.First.State == ClockState.Paused))
            if (after.State == ClockState.Breached || (after.State == ClockState.Paused && after.WarnedAt != before.WarnedAt)) yield return "fired while it was paused";
        if (atRest && told.Count > 0 && told[^1].State.ToString() != clock.State) yield return $"it is {clock.State}, and was last told as {told[^1].State}";
    }

    private static long? Moment(Microsoft.Data.Sqlite.SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
