using Coordination.Command.Situation;

namespace Coordination.Command.Periods;

/// <summary>Where the response stands in its periods, on a page.</summary>
internal static class PeriodTables
{
    public static void Write(PeriodSummary period, IPage page, SituationWords words, Func<DateTimeOffset, string> at) => page.Table(
        $"{words.Of("Operational period")}: {(period is { Number: { } number, From: { } from, To: { } to } ? $"{number} ({at(from)} / {at(to)})" : words.Of("none"))}; "
            + $"{words.Of("next approved")}: {(period.NextFrom is { } next ? at(next) : words.Of("none"))}; "
            + $"{words.Of("objectives met")}: {period.ObjectivesMet}, {words.Of("dropped")}: {period.ObjectivesDropped}",
        words.Of("No objective is open."), ["#", words.Of("Objective"), words.Of("Priority"), words.Of("Tactic")],
        period.Objectives.Select(o => (string[])[$"{o.Number}", o.Text, words.Of(o.Priority), o.Tactic ?? ""]));
}
