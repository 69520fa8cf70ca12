using Coordination.Command.Situation;

namespace Coordination.Command.HeadCounts;

/// <summary>The newest head count on a page, and what each team said last: numbers of teams.</summary>
internal static class HeadCountTables
{
    public static void Write(HeadCountSummary round, IPage page, SituationWords words, Func<DateTimeOffset, string> at) => page.Table(
        $"{words.Of("Head count of teams")}: {round.Counted}/{round.Expected}, {words.Of("Answered")}: {round.Answered}/{round.Teams}, {at(round.BegunAt)} ({words.Of(round.State)})"
            + (round.Before is { } before ? $"; {words.Of("Round before")}: {words.Of(before)}" : ""),
        words.Of("Nobody was asked."), [words.Of("Agency"), words.Of("Team"), words.Of("Expected"), words.Of("Counted"), words.Of("Reason"), words.Of("Place"), words.Of("When")],
        round.LastAnswers.Select(c => (string[])
        [
            c.Agency, c.Team, $"{c.Expected}", $"{c.Counted}{(c.At >= round.BegunAt ? "" : $" ({words.Of("silent")})")}".Trim(), c.Reason is { } why ? words.Of(why) : "", c.Place ?? "", c.At is { } when ? at(when) : "",
        ]));
}
