using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Drills;

/// <summary>Looks for events in the region's log.</summary>
internal static class EventLog
{
    internal static async Task<(Outcome, string?)> JudgeAsync(EventExpectation expected, RegionClient region, string exercise, Values values, CancellationToken ct)
    {
        var subject = expected.Subject is { } s ? $"&subject={values.Fill(s)}" : "";
        var events = await region.ReadAllAsync(Observers.Control, $"/v1/events?exercise={exercise}&type={expected.Type}{subject}&limit=100", ct);
        var fitting = 0;
        string? nearest = null;
        foreach (var e in events)
        {
            var wrong = expected.Where.Select(w => Match.Mismatch(w, e["event"], values)).FirstOrDefault(w => w is not null);
            if (wrong is null) fitting++;
            else nearest = wrong;
        }
        if (expected.Count is { } count ? fitting == count : fitting > 0) return (Outcome.Met, null);
        return (Outcome.Unmet, $"expected {(expected.Count is { } n ? $"{n}" : "at least 1")}, found {fitting} among {events.Count} of the type{(nearest is null ? "" : $" ({nearest})")}");
    }
}
