using Coordination.Command.HeadCounts;
using Coordination.Command.Incidents;
using Coordination.Command.Periods;
using Coordination.Command.Recovery;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>The report as one page of HTML to print, without script. Every text goes through <see cref="PageWriter"/>, which escapes it.</summary>
internal sealed class SituationPage(SituationReport report, IPage page, SituationWords words, WorkingCalendar calendar)
{
    private SituationInformation Situation => report.Report.SituationInformation;

    private ManagementSummary Management => report.Report.ManagementReportingSummary;

    public string Write()
    {
        page.Open($"{words.Of("Situation report")}: {report.ReportTitle}", report.IsExercise ? words.Of("EXERCISE") : null);
        Head();
        if (report.Report.Period is { } period) PeriodTables.Write(period, page, words, At);
        if (report.Report.HeadCount is { } count) HeadCountTables.Write(count, page, words, At);
        Casualties();
        Resources();
        Orders();
        Warnings();
        Clocks();
        if (report.Report.Recovery is { } recovery) RecoveryTables.Write(recovery, page, words, At);
        Decisions();
        page.Footer(
            $"{words.Of("Next report due")}: {(report.NextContact is { } next ? At(next) : words.Of("none"))}",
            $"{words.Of("Record of Command")}: {report.Record.Position} {report.Record.Hash}",
            words.Of("The signed checkpoint of the whole record is Oversight's and is not known here."));
        return page.Close();
    }

    private void Head() => page.Facts(
        (words.Of("Incident"), $"{words.Of(Situation.Kind)} ({words.Of(Situation.Category)})"), (words.Of("State"), words.Of(Situation.State)),
        (words.Of("Grade"), Grade()), (words.Of("Response level"), Joined(Situation.ResponseLevels.Select(l => $"{l.Level} ({l.Jurisdiction}, {words.Of("until")} {At(l.ExpectedEnd)})"))),
        (words.Of("Commander"), Situation.Command is { } c ? $"{c.Lead} ({words.Of(c.Form)}, {words.Of("since")} {At(c.From)}): {string.Join(", ", c.Agencies)}" : words.Of("none")),
        (words.Of("Place"), report.ReportingLocation), (words.Of("Agencies"), string.Join(", ", Situation.Participants)),
        (words.Of("Occurred"), At(Situation.OccurredAt)), (words.Of("Known"), At(Situation.KnownAt)), (words.Of("As of"), At(report.ForTimePeriod.ToDateTime)));

    private string Grade()
    {
        var confirmed = Situation.Grade is { } grade ? words.Of(grade) : words.Of("none");
        return Situation.GradeProposed is { } proposed ? $"{confirmed} ({words.Of("proposed")}: {words.Of(proposed)})" : confirmed;
    }

    private void Casualties() => page.Table(
        words.Of("Casualties"), words.Of("Nothing was counted."),
        [words.Of("Kind"), words.Of("Counts"), words.Of("Source"), words.Of("Scope"), words.Of("Area"), words.Of("Count"), words.Of("Confidence"), words.Of("Known")],
        report.Report.CasualtyAndIllnessSummary.SelectMany(Rows));

    private IEnumerable<string[]> Rows(CasualtyTallyView tally) => tally.Figures.OrderByDescending(f => f.IsCounted).Select((f, i) => (string[])
    [
        i == 0 ? words.Of(tally.Kind) : "", i == 0 ? $"{tally.Count}{(tally.IsDisputed ? $" ({words.Of("disputed")})" : "")}" : "", f.Source, words.Of(f.Scope), f.AreaCode ?? report.ReportingLocation,
        $"{f.Count}{(f.IsCounted ? " *" : "")}", words.Of(f.Confidence), At(f.KnownAt),
    ]);

    private void Resources() => page.Table(
        words.Of("Resources, as far as Command was told"), words.Of("Nothing was requested."),
        [words.Of("Type"), words.Of("Requested"), words.Of("Committed"), words.Of("EnRoute")],
        report.Report.ResponseResourcesTotals.Select(r => (string[])[$"{r.TypeCode} ({r.UnitOfMeasure})", $"{r.Requested}", $"{r.Committed}", $"{r.EnRoute}"]));

    private void Orders() => page.Table(
        $"{words.Of("Orders")}: {Management.OrdersOpen} {words.Of("open")}, {Management.OrdersOverdue} {words.Of("overdue")}, {Management.OrdersDone} {words.Of("done")}; "
            + $"{Management.ChecklistUnplaced} {words.Of("items of plans not placed")}",
        words.Of("No order is open."), [words.Of("Task"), words.Of("Agency"), words.Of("State"), words.Of("Due")],
        Management.Orders.Select(o => (string[])
        [
            words.Of(o.Kind), o.ToAgency, o.Escalation == OrderEscalation.None ? words.Of(o.State) : $"{words.Of(o.State)} ({words.Of(o.Escalation)})",
            $"{(o.DueAt is { } due ? At(due) : "")}{(o.IsOverdue ? $" {words.Of("overdue")}" : "")}",
        ]));

    private void Warnings() => page.Table(
        words.Of("Warnings and alerts in force, as far as Command was told"), words.Of("None is in force."),
        [words.Of("Kind"), words.Of("Level"), words.Of("Area"), words.Of("until"), words.Of("Answered")],
        Situation.Warnings.Select(w => (string[])[words.Of(w.Kind), words.Of(w.Level), Joined(w.Areas), At(w.ExpiresAt), $"{w.Answered}/{w.Called}"])
            .Concat(Situation.Alerts.Select(a => (string[])[words.Of(a.Kind), words.Of(a.Severity), Joined(a.Areas), At(a.Expires), ""])));

    private void Clocks() => page.Table(
        $"{words.Of("Clocks of Command")}: {Management.Clocks.Running} {words.Of("running")}, {Management.Clocks.Met} {words.Of("met")}, {Management.Clocks.MetLate} {words.Of("met late")}, "
            + $"{Management.Clocks.Breached} {words.Of("breached")}",
        words.Of("No clock is running."), [words.Of("Clock"), words.Of("Due")], Management.NextDue.Select(c => (string[])[words.Of(c.Key), At(c.DueAt)]));

    private void Decisions() => page.Table(
        words.Of("Last decisions"), words.Of("Nothing was decided."), [words.Of("When"), words.Of("What"), "#"],
        Management.LastDecisions.Select(d => (string[])[At(d.At), words.Of(d.Type), d.Position is { } position ? $"{position}" : ""]));

    private string At(DateTimeOffset instant) => calendar.Shown(instant);

    private string Joined(IEnumerable<string> items) => string.Join("; ", items) is { Length: > 0 } text ? text : words.Of("none");
}
