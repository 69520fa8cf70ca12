using Coordination.Command.Situation;

namespace Coordination.Command.Recovery;

/// <summary>How the recovery stands, on a page: losses side by side, and the tasks that are open.</summary>
internal static class RecoveryTables
{
    public static void Write(RecoverySummary recovery, IPage page, SituationWords words, Func<DateTimeOffset, string> at)
    {
        page.Table(
            words.Of("Losses by sector, sources side by side, amounts in minor units"), words.Of("No loss was assessed."),
            [words.Of("Sector"), words.Of("Source"), words.Of("Amount"), words.Of("Destroyed"), words.Of("Damaged"), words.Of("Confidence"), words.Of("As of")],
            recovery.Losses.SelectMany(t => t.Figures.Select(f => (string[])
            [
                words.Of(t.Sector), f.Source, f.AmountMinor is { } amount ? $"{amount} {t.Currency}" : "", Count(f.Destroyed, f), Count(f.Damaged, f), words.Of(f.Confidence), at(f.AssessedAt),
            ])));
        page.Table(
            $"{words.Of("Recovery tasks")}: {recovery.TasksOpen} {words.Of("open")}, {recovery.TasksOverdue} {words.Of("overdue")}, {recovery.TasksDone} {words.Of("done")}; "
                + $"{words.Of("plan version")}: {(recovery.PlanNumber is { } number ? $"{number}" : words.Of("none"))}",
            words.Of("No recovery task is open."), [words.Of("Sector"), words.Of("Agency"), words.Of("State"), words.Of("Progress"), words.Of("Due")],
            recovery.Tasks.Select(t => (string[])[words.Of(t.Sector), t.Agency, words.Of(t.State), $"{t.Progress} %", $"{at(t.DueAt)}{(t.IsOverdue ? $" {words.Of("overdue")}" : "")}"]));

        string Count(int? count, LossLine f) => count is { } many ? $"{many} {words.Of(f.Unit!.Value)}" : "";
    }
}
