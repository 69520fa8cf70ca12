using Coordination.Command.Situation;

namespace Coordination.Command.HeadCounts;

/// <summary>The newest round of head counts, on a page: numbers of teams.</summary>
internal static class HeadCountTables
{
    public static void Write(HeadCountRoundView round, IPage page, SituationWords words, Func<DateTimeOffset, string> at) => page.Table(
        $"{words.Of("Head count of teams")}: {round.Counted}/{round.Expected}, {words.Of("Answered")}: {round.Answered}/{round.Counts.Count}, {at(round.BegunAt)} ({words.Of(round.State)})",
        words.Of("Nobody was asked."), [words.Of("Agency"), words.Of("Team"), words.Of("Expected"), words.Of("Counted"), words.Of("Reason"), words.Of("Place"), words.Of("When")],
        round.Counts.Select(c => (string[])
        [
            c.Agency, c.Team, $"{c.Expected}", c.At is null ? words.Of("silent") : $"{c.Counted}", c.Reason is { } why ? words.Of(why) : "", c.Place ?? "", c.At is { } when ? at(when) : "",
        ]));
}
