using System.Globalization;
using Coordination.Command.HeadCounts;
using Coordination.Command.Periods;
using Coordination.Command.Recovery;
using Coordination.Command.Situation;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Reviews.Record;

/// <summary>The record of a response in one of three shapes, as HTML to print or as Markdown to go on writing in.</summary>
internal sealed class ReviewPages(ReviewRecord record, IReadOnlyList<Contribution> contributions, IPage page, SituationWords words, WorkingCalendar calendar)
{
    private SituationInformation Facts => record.Situation.Report.SituationInformation;

    public string Write(ReviewForm form)
    {
        var title = form switch { ReviewForm.Ics209 => "Incident status summary (ICS 209)", ReviewForm.Ics214 => "Activity log (ICS 214)", _ => "Draft of the review" };
        page.Open($"{words.Of(title)}: {record.Situation.ReportTitle}", record.Situation.IsExercise ? words.Of("EXERCISE") : null);
        if (form == ReviewForm.Ics209) StatusSummary();
        else if (form == ReviewForm.Ics214) ActivityLog();
        else Review();
        page.Footer(
            words.Of("Made from the record of Command; nobody wrote it, and it names agencies only."),
            $"{words.Of("Record of Command")}: {record.Situation.Record.Position} {record.Situation.Record.Hash}");
        return page.Close();
    }

    private void Review()
    {
        page.Facts(
            (words.Of("Incident"), $"{words.Of(Facts.Kind)} ({words.Of(Facts.Category)})"), (words.Of("Grade"), Grade()), (words.Of("Place"), record.Situation.ReportingLocation),
            (words.Of("Agencies"), string.Join(", ", Facts.Participants)), (words.Of("Occurred"), At(Facts.OccurredAt)), (words.Of("Known"), At(Facts.KnownAt)),
            (words.Of("Response ended"), At(Facts.ResponseEndedAt)));
        Moments("Timeline", record.Timeline);
        Moments("Decisions", record.Decisions);
        Clocks();
        Orders("Orders");
        Resources("Resource use, as far as Command was told");
        Casualties("Casualties");
        if (record.Situation.Report.Period is { } period) PeriodTables.Write(period, page, words, at => At(at));
        if (record.Situation.Report.HeadCount is { } count) HeadCountTables.Write(count, page, words, at => At(at));
        if (record.Situation.Report.Recovery is { } recovery) RecoveryTables.Write(recovery, page, words, at => At(at));
        page.Table(
            words.Of("What the agencies say"), words.Of("No agency has contributed yet."), [words.Of("Agency"), words.Of("Contribution")],
            contributions.Select(c => (string[])[c.Agency, c.Text]));
        page.Table(words.Of("Causes, lessons and measures"), words.Of("To be written by the people who review it."), [], []);
    }

    private void StatusSummary()
    {
        page.Facts(
            Block(1, "Incident name", record.Situation.ReportTitle), Block(2, "Incident number", $"{record.Situation.IncidentID[0]}"),
            Block(3, "Report version", words.Of(Facts.ResponseEndedAt is null ? "Update" : "Final")), Block(4, "Commander", Facts.Command?.Lead ?? words.Of("none")),
            Block(5, "Organisation", string.Join(", ", Facts.Participants)), Block(6, "Start", At(Facts.OccurredAt)),
            Block(9, "Definition", $"{words.Of(Facts.Kind)}, {words.Of("Grade")}: {Grade()}"), Block(11, "Period", $"{At(record.Situation.ForTimePeriod.FromDateTime)} / {At(record.Situation.ForTimePeriod.ToDateTime)}"),
            Block(13, "Prepared by", record.Situation.PreparedBy), Block(16, "Place", record.Situation.ReportingLocation), Block(25, "State", words.Of(Facts.State)));
        Moments("28. Significant events", record.Timeline);
        Casualties("31. Casualties");
        Orders("36. Measures");
        Moments("41. Decisions", record.Decisions);
        Resources("49. Resources");
    }

    private void ActivityLog()
    {
        page.Facts(
            Block(1, "Incident name", record.Situation.ReportTitle), Block(2, "Period", $"{At(record.Situation.ForTimePeriod.FromDateTime)} / {At(record.Situation.ForTimePeriod.ToDateTime)}"),
            Block(3, "Agency", record.Situation.PreparedBy), Block(6, "Agencies assigned", string.Join(", ", Facts.Participants)), Block(8, "Prepared by", record.Situation.PreparedBy));
        Moments("7. Activity log", record.Timeline);
    }

    private void Moments(string heading, IReadOnlyList<RecordedMoment> moments) => page.Table(
        words.Of(heading), words.Of("Nothing happened."), [words.Of("When"), words.Of("What"), "#"],
        moments.Select(m => (string[])[At(m.At), words.Of(m.Type), m.Position is { } position ? $"{position}" : ""]));

    private void Clocks() => page.Table(
        $"{words.Of("Clocks of Command")}: {Count(ClockState.Met)} {words.Of("met")}, {Count(ClockState.MetLate)} {words.Of("met late")}, {Count(ClockState.Breached)} {words.Of("breached")}",
        words.Of("No clock ran."), [words.Of("Clock"), words.Of("State"), words.Of("Start"), words.Of("Due"), words.Of("Done")],
        record.Clocks.Select(c => (string[])[words.Of(c.Key), words.Of(c.State), At(c.StartedAt), At(c.DueAt), At(c.MetAt)]));

    private void Orders(string heading) => page.Table(
        words.Of(heading), words.Of("Nothing was ordered."), [words.Of("Task"), words.Of("Agency"), words.Of("State"), words.Of("Issued"), words.Of("Acknowledged"), words.Of("Completed")],
        record.Orders.Select(o => (string[])[words.Of(o.Kind), o.ToAgency, words.Of(o.State), At(o.IssuedAt), At(o.AcknowledgedAt), At(o.CompletedAt)]));

    private void Resources(string heading) => page.Table(
        words.Of(heading), words.Of("Nothing was requested."), [words.Of("Type"), words.Of("Requested"), words.Of("Committed"), words.Of("EnRoute")],
        record.Situation.Report.ResponseResourcesTotals.Select(r => (string[])[$"{r.TypeCode} ({r.UnitOfMeasure})", $"{r.Requested}", $"{r.Committed}", $"{r.EnRoute}"]));

    private void Casualties(string heading) => page.Table(
        words.Of(heading), words.Of("Nothing was counted."), [words.Of("Kind"), words.Of("Counts"), words.Of("Confidence")],
        record.Situation.Report.CasualtyAndIllnessSummary.Select(t => (string[])[words.Of(t.Kind), $"{t.Count}{(t.IsDisputed ? $" ({words.Of("disputed")})" : "")}", words.Of(t.Confidence)]));

    private string Grade() => Facts.Grade is { } grade ? words.Of(grade) : words.Of("none");

    private (string Name, string Value) Block(int number, string name, string value) => ($"{number}. {words.Of(name)}", value);

    private int Count(ClockState state) => record.Clocks.Count(c => c.State == state);

    private string At(DateTimeOffset? instant) => instant is { } at ? calendar.Shown(at) : "";
}
