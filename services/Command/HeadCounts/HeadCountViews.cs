using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.HeadCounts;

/// <summary>Head counts of an incident.</summary>
public sealed record HeadCountView(
    Guid Id, int Version, HeadCountState State, Guid IncidentId, IReadOnlyList<HeadCountTeam> Teams, int EveryMinutes, int Rounds, string StartedBy, DateTimeOffset StartedAt,
    string? StoppedBy, DateTimeOffset? StoppedAt, bool IsExercise) : IVersioned
{
    internal static HeadCountView Of(HeadCount h) => new(
        h.Id, h.Version, h.State, h.IncidentId, h.Teams, h.EveryMinutes, h.Rounds, h.StartedBy, h.StartedAt, h.StoppedBy, h.StoppedAt, h.ExerciseId is not null);
}

/// <summary>One round of head counts: numbers of teams. A silent team is expected with the strength that it said last; the outcome of a closed round says whether it was complete, short or overdue.</summary>
public sealed record HeadCountRoundView(
    Guid Id, int Version, HeadCountRoundState State, Guid IncidentId, Guid HeadCountId, int Number, DateTimeOffset BegunAt, DateTimeOffset DueAt, int Answered, int Expected,
    int Counted, IReadOnlyList<TeamCount> Counts, DateTimeOffset? ClosedAt, HeadCountRoundState Outcome, bool IsExercise) : IVersioned
{
    internal static HeadCountRoundView Of(HeadCountRound r) => new(
        r.Id, r.Version, r.State, r.IncidentId, r.HeadCountId, r.Number, r.BegunAt, r.DueAt, r.Answered, r.Expected, r.Counted, r.Counts, r.ClosedAt, r.Outcome, r.ExerciseId is not null);
}

/// <summary>What the region is told.</summary>
internal static class HeadCountEvents
{
    public static HeadCountChanged Changed(this HeadCount h, string by, DateTimeOffset at) => new(h.Id, h.IncidentId, h.State, h.EveryMinutes, h.Teams.Count, by, at);

    public static HeadCountRoundChanged Changed(this HeadCountRound r, DateTimeOffset at) =>
        new(r.Id, r.HeadCountId, r.IncidentId, r.Number, r.State, r.Counts.Count, r.Answered, r.Expected, r.Counted, r.DueAt, at);

    /// <summary>Teams on scene go on being counted where they are: whoever merges the incident stops that first, and has them counted in the other.</summary>
    public static async Task<Refusal?> RefuseWhileCountingAsync(this CommandDb db, Guid incident, CancellationToken ct) =>
        await db.IsCountingAsync(incident, ct) ? HeadCount.Runs : null;

    /// <summary>True while teams of the incident are counted.</summary>
    public static Task<bool> IsCountingAsync(this CommandDb db, Guid incident, CancellationToken ct) =>
        db.HeadCounts.AnyAsync(h => h.IncidentId == incident && h.State == HeadCountState.Running, ct);
}
