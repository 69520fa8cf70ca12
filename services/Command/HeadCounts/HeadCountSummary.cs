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
