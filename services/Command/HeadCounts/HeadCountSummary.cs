using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.HeadCounts;

/// <summary>What is known of the teams on scene, for a situation report: the newest round, and what each team said last.</summary>
/// <param name="Number">Number of the newest round.</param>
/// <param name="State">How it stands, or how it came out.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="DueAt">Until when every team answers.</param>
/// <param name="Teams">How many teams are asked.</param>
/// <param name="Answered">How many answered in it.</param>
/// <param name="Expected">How many are expected; a silent team is expected with the strength that it said last.</param>
/// <param name="Counted">How many were counted in it.</param>
/// <param name="Before">How the round before it came out; null for the first.</param>
/// <param name="LastAnswers">What each team said last: before <c>begunAt</c> where it is silent in the newest round, and without numbers where it never answered.</param>
public sealed record HeadCountSummary(
    int Number, HeadCountRoundState State, DateTimeOffset BegunAt, DateTimeOffset DueAt, int Teams, int Answered, int Expected, int Counted, HeadCountRoundState? Before,
    IReadOnlyList<TeamCount> LastAnswers)
{
    internal static HeadCountSummary Of(HeadCountRound newest, HeadCountRound? before) => new(
        newest.Number, newest.Outcome, newest.BegunAt, newest.DueAt, newest.Counts.Count, newest.Answered, newest.Expected, newest.Counted, before?.Outcome, [.. newest.LastAnswers]);
}

internal static class HeadCountRecord
{
    /// <summary>Null where nobody was counted.</summary>
    public static async Task<HeadCountSummary?> HeadCountAsync(this CommandDb db, Guid incident, CancellationToken ct)
    {
        if (await db.HeadCounts.AsNoTracking().Where(h => h.IncidentId == incident).OrderByDescending(h => h.StartedAt).ThenByDescending(h => h.Id).FirstOrDefaultAsync(ct) is not { } newest) return null;
        return await db.RoundAsync(newest.Id, newest.Rounds, ct) is { } last ? HeadCountSummary.Of(last, await db.RoundBeforeAsync(newest, last.Number, ct)) : null;
    }

    /// <summary>The round before the one with this number: before the first, the newest of the head counts that ran before these.</summary>
    public static async Task<HeadCountRound?> RoundBeforeAsync(this CommandDb db, HeadCount of, int number, CancellationToken ct)
    {
        if (number > 1) return await db.RoundAsync(of.Id, number - 1, ct);
        return await db.HeadCounts.AsNoTracking().Where(h => h.IncidentId == of.IncidentId && h.Id != of.Id && h.StartedAt <= of.StartedAt)
            .OrderByDescending(h => h.StartedAt).ThenByDescending(h => h.Id).FirstOrDefaultAsync(ct) is { } earlier ? await db.RoundAsync(earlier.Id, earlier.Rounds, ct) : null;
    }

    private static Task<HeadCountRound?> RoundAsync(this CommandDb db, Guid of, int number, CancellationToken ct) =>
        db.HeadCountRounds.AsNoTracking().FirstOrDefaultAsync(r => r.HeadCountId == of && r.Number == number, ct);
}
