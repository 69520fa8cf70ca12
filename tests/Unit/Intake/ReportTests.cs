using Coordination.Contracts.Events;
using Coordination.Intake;
using Coordination.Intake.Late;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class ReportTests
{
    private const string Town = "beidahu-town", County = "yongji-duty", Other = "fire";

    [Fact]
    public void A_report_takes_exactly_these_ways() => Machine.HasTable(Report.Life, """
        Received: Triaged
        Triaged: Verifying
        Verifying: Verified Unfounded Duplicate TransferredOut
        Verified: LinkedToIncident
        Unfounded: Reopened
        Reopened: Verifying
        """);

    [Fact]
    public void Whatever_is_asked_of_a_report_it_keeps_its_promises() => Machine.Keeps(
        () => Received(aside: true), Report.Life, r => r.State, r => r.Version,
        r => (r.State == ReportState.LinkedToIncident) == (r.IncidentId is not null) && (r.TransferredTo is null || r.State == ReportState.TransferredOut)
            && (r.Check == ContentState.Returned) == (r.Missing.Count > 0) && (r.EscalationStep == 0 || r.EscalationStep <= 4)
            && (r.LateEntries ?? []).All(e => e.DoneAt <= e.EnteredAt && e.DoneAt >= r.SentAt())
            && (r.TakenUpAt is null || r.SetAsideAt is not null) && !(r.IsAside() && r.AcknowledgedAt is not null),
        (r, n) => r.Triage(Who(n), ReportPriority.Urgent, T0, Act(n)),
        (r, n) => r.BeginVerification(Who(n)),
        (r, n) => r.Verify(Who(n), new VerifiedValues(OccurredAt: T0.AddMinutes(-(n % 50)))),
        (r, n) => r.MarkUnfounded(Who(n), UnfoundedReason.NothingFound),
        (r, n) => r.MarkDuplicate(Who(n), n % 3 == 0 ? r.Id : Guid.CreateVersion7()),
        (r, n) => r.TransferTo(Who(n), n % 2 == 0 ? Other : County, T0, Act(n)),
        (r, n) => r.Reopen(Who(n)),
        (r, n) => r.Link(Who(n), Guid.CreateVersion7()),
        (r, n) => r.Acknowledge(Who(n), T0, Act(n)),
        (r, n) => r.Relay(Who(n), T0, Act(n)),
        (r, n) => r.Answer(Who(n), T0, Act(n)),
        (r, n) => r.Complete(n % 2 == 0 ? Town : County, new ReportContent(Cause: "rain"), null, Shipped.Content, T0, Act(n)),
        (r, _) => r.Escalate(4) is null ? new Refusal("no-step", "") : null,
        (r, _) => r.DestroyContact());

    [Fact]
    public void A_body_that_forgets_the_missing_gets_its_report_back()
    {
        var report = Received(Content() with { Casualties = [new(CasualtyKind.Dead, 0)] });
        Assert.Equal(ContentState.Returned, report.Check);
        Assert.Equal([ReportField.MissingCount], report.Missing);
        Machine.Refused(report.Complete(County, new(), null, Shipped.Content, T0), "not-the-sender");

        Assert.Null(report.Complete(Town, new(Casualties: [new(CasualtyKind.Missing, 6), new(CasualtyKind.Dead, 99)]), null, Shipped.Content, T0));
        Assert.Equal(ContentState.Complete, report.Check);
        Assert.Equal([new(CasualtyKind.Dead, 0), new(CasualtyKind.Missing, 6)], report.Content.Casualties!);
        Machine.Refused(report.Complete(Town, new(), null, Shipped.Content, T0), "not-returned");
    }

    [Fact]
    public void The_first_word_goes_up_with_its_gaps_and_what_comes_later_goes_up_whole()
    {
        var gaps = Content() with { Casualties = null };
        Assert.Null(Received(gaps).Relay(County, T0));
        var final = Report.Receive(New(gaps) with { Kind = ReportKind.Final, PriorReportId = Guid.CreateVersion7() }, Shipped.Content, T0).Report!;
        Machine.Refused(final.Relay(County, T0), "content-returned");
    }

    [Theory]
    [InlineData(ReportSource.Agency)]
    [InlineData(ReportSource.Institution)]
    [InlineData(ReportSource.Scene)]
    [InlineData(ReportSource.DisasterReporter)]
    [InlineData(ReportSource.System)]
    public void A_report_is_checked_also_where_nobody_knows_the_tier_of_who_sends_it(ReportSource source)
    {
        var report = Received(new ReportContent(Situation: "smoke"), tier: null, source: source);
        Assert.Equal(ContentState.Returned, report.Check);
        Assert.Equal([ReportField.OccurredAt, ReportField.EventKind, ReportField.DeadCount, ReportField.MissingCount], report.Missing);
    }

    [Fact]
    public void Nothing_is_demanded_of_the_public()
    {
        var report = Received(new ReportContent(Situation: "smoke"), tier: null, source: ReportSource.Public);
        Assert.Equal(ContentState.NotRequired, report.Check);
        Assert.Empty(report.Missing);
    }

    [Theory]
    [InlineData(ReportKind.Supplement)]
    [InlineData(ReportKind.Final)]
    [InlineData(ReportKind.VerifiedFinal)]
    [InlineData(ReportKind.Correction)]
    public void What_continues_a_series_names_the_report_before_it(ReportKind kind) => Machine.Refused(Refusal(n => n with { Kind = kind }), "prior-required");

    [Fact]
    public void An_initial_report_begins_its_series() => Machine.Refused(Refusal(n => n with { PriorReportId = Guid.CreateVersion7() }), "initial-has-no-prior");

    [Fact]
    public void A_zero_report_is_about_something()
    {
        Machine.Refused(Refusal(n => n with { Kind = ReportKind.Zero }), "zero-of-nothing");
        Assert.Null(Refusal(n => n with { Kind = ReportKind.Zero, IncidentId = Guid.CreateVersion7() }));
    }

    [Fact]
    public void Nobody_knows_of_it_before_it_happened() =>
        Machine.Refused(Refusal(n => n with { Content = Content() with { OccurredAt = T0.AddMinutes(1) }, KnownAt = T0 }), "known-before-occurred");

    [Fact]
    public void Public_safety_carries_no_grade() => Machine.Refused(
        Refusal(n => n with { Category = IncidentCategory.PublicSafety, Content = new(EventKind: EventKind.CrowdSafety, SuspectedGrade: IncidentGrade.Major) }), "no-grade-for-public-safety");

    [Fact]
    public void A_kind_belongs_to_its_category() =>
        Machine.Refused(Refusal(n => n with { Content = Content() with { EventKind = EventKind.Transport, EventCode = null } }), "kind-of-another-category");

    [Fact]
    public void An_event_code_is_one_of_the_shipped_ones()
    {
        Machine.Refused(Refusal(n => n with { Content = Content() with { EventCode = "14Z99" } }), "unknown-event-code");
        Machine.Refused(Refusal(n => n with { Content = Content() with { EventCode = "11C02" } }), "code-of-another-kind");
    }

    [Fact]
    public void Each_kind_of_casualty_is_counted_once() =>
        Machine.Refused(Refusal(n => n with { Content = Content() with { Casualties = [new(CasualtyKind.Dead, 1), new(CasualtyKind.Dead, 2)] } }), "one-of-a-kind");

    [Fact]
    public void An_agency_is_a_code_and_never_words() => Machine.Refused(Refusal(n => n with { ToAgency = "Mr Wang 13800000000" }), "code");

    [Fact]
    public void An_outage_ends_after_its_start_and_not_ahead()
    {
        Machine.Refused(Refusal(n => n with { OutageFrom = T0.AddHours(-1), OutageUntil = T0.AddHours(-2) }), "outage");
        Machine.Refused(Refusal(n => n with { OutageFrom = T0.AddHours(-1), OutageUntil = T0.AddHours(1) }), "outage");
        Machine.Refused(Refusal(n => n with { OutageFrom = T0.AddHours(-1) }), "outage");
        Assert.Null(Refusal(n => n with { OutageFrom = T0.AddHours(-2), OutageUntil = T0.AddHours(-1) }));
    }

    [Fact]
    public void Only_the_handling_agency_decides()
    {
        var report = Received();
        Machine.Refused(report.Acknowledge(Other, T0), "not-handling-agency");
        Machine.Refused(report.Triage(Other, ReportPriority.Routine, T0), "not-handling-agency");
        Assert.Null(report.Triage(County, ReportPriority.Routine, T0));
    }

    [Fact]
    public void The_first_duty_office_that_takes_a_public_report_handles_it()
    {
        var report = Received(new ReportContent(Situation: "smoke"), tier: null, source: ReportSource.Public);
        Assert.Null(report.Acknowledge(Other, T0));
        Assert.Equal(Other, report.Agency);
        Machine.Refused(report.Triage(County, ReportPriority.Urgent, T0), "not-handling-agency");
        Assert.Null(report.Triage(Other, ReportPriority.Urgent, T0));
    }

    [Fact]
    public void Verified_values_stand_beside_the_reported_ones()
    {
        var report = Verifying(Content() with { OccurredAt = T0.AddMinutes(-13) });
        Assert.Null(report.Verify(County, new VerifiedValues(T0.AddMinutes(-20), Casualties: [new(CasualtyKind.Dead, 70), new(CasualtyKind.Injured, 416)])));
        Assert.Equal(T0.AddMinutes(-13), report.Content.OccurredAt);
        Assert.Equal(T0.AddMinutes(-20), report.Facts().OccurredAt);
        Assert.All(report.Facts().Casualties, c => Assert.Equal(Confidence.Verified, c.Confidence));
    }

    [Fact]
    public void What_was_known_cannot_have_happened_later() =>
        Machine.Refused(Verifying().Verify(County, new VerifiedValues(T0.AddMinutes(5))), "known-before-occurred");

    [Fact]
    public void An_unacknowledged_report_climbs_the_chain_and_no_further()
    {
        var report = Received();
        Assert.Equal([1, 2, null], [report.Escalate(2), report.Escalate(2), report.Escalate(2)]);
        Assert.Null(report.Acknowledge(County, T0));
        Assert.Null(report.Escalate(9));
    }

    [Fact]
    public void A_report_goes_up_once_and_not_when_nothing_is_in_it()
    {
        var report = Verifying();
        Assert.Null(report.Relay(County, T0));
        Machine.Refused(report.Relay(County, T0), "already-relayed");
        var empty = Verifying();
        Assert.Null(empty.MarkUnfounded(County, UnfoundedReason.FalseAlarm));
        Machine.Refused(empty.Relay(County, T0), "nothing-to-relay");
    }

    [Fact]
    public void A_report_is_neither_its_own_duplicate_nor_handed_to_who_has_it()
    {
        var report = Verifying();
        Machine.Refused(report.MarkDuplicate(County, report.Id), "own-duplicate");
        Machine.Refused(report.TransferTo(County, County, T0), "own-agency");
    }

    [Fact]
    public void What_was_set_aside_is_taken_up_by_who_looks_at_it()
    {
        var (first, second) = (Received(source: ReportSource.Public, aside: true), Received(source: ReportSource.Public, aside: true));
        Assert.True(first.IsAside() && second.IsAside());
        Assert.Null(first.Acknowledge(Other, T0));
        Assert.Null(second.Triage(County, ReportPriority.LifeSafety, T0));
        Assert.All(new[] { first, second }, r => Assert.Equal((false, T0), (r.IsAside(), r.TakenUpAt!.Value)));
    }

    [Fact]
    public void What_was_done_before_it_was_entered_counts_from_when_it_was_done_and_both_times_stay()
    {
        var report = Received(late: Late(-5));
        Assert.Equal((T0.AddMinutes(-5), T0), (report.SentAt(), report.ReceivedAt));
        Assert.Null(report.Acknowledge(County, T0.AddHours(1), Late(-4)));
        Assert.Equal(T0.AddMinutes(-4), report.AcknowledgedAt);
        Assert.Equal([(ReportAct.Reported, T0), (ReportAct.Acknowledged, T0.AddHours(1))], report.LateEntries!.Select(e => (e.Act, e.EnteredAt)));
        Assert.Equal("radio log, page 3", report.Entered(ReportAct.Acknowledged, T0.AddHours(1))!.Reference);
    }

    [Fact]
    public void What_cannot_be_believed_is_refused_by_field_and_rule()
    {
        Machine.Refused(Refusal(n => n with { Late = Late(2) }), "not-in-future");
        Machine.Refused(Refusal(n => n with { Late = Late(-11) }), "done-before-known");
        Assert.Null(Refusal(n => n with { Late = Late(-10) }));
        var report = Received();
        Machine.Refused(report.Acknowledge(County, T0, Late(-1)), "done-before-known");
        Machine.Refused(report.Acknowledge(County, T0, Late(2)), "not-in-future");
        Assert.Null(report.LateEntries);
    }

    [Fact]
    public void A_clock_that_is_a_minute_ahead_keeps_nothing_out_and_counts_as_now()
    {
        var report = Received(late: Late(1));
        Assert.Equal(T0, report.SentAt());
        Assert.Null(report.Acknowledge(County, T0, Late(1)));
        Assert.Equal(T0, report.AcknowledgedAt);
        Assert.Null(Refusal(n => n with { OutageFrom = T0.AddHours(-1), OutageUntil = T0.AddMinutes(1) }));
        Machine.Refused(Refusal(n => n with { OutageFrom = T0.AddHours(-1), OutageUntil = T0.AddMinutes(2) }), "outage");
    }

    [Fact]
    public void A_destroyed_contact_is_gone()
    {
        var report = Received();
        Assert.True(report.HasContact());
        Assert.Null(report.DestroyContact());
        Assert.False(report.HasContact());
        Machine.Refused(report.DestroyContact(), "no-contact");
    }

    [Fact]
    public void A_report_has_no_member_for_a_person()
    {
        var members = typeof(ReportContent).GetProperties().Concat(typeof(Report).GetProperties()).Select(p => p.Name).ToList();
        foreach (var word in (string[])["Ip", "Device", "Phone", "UserAgent", "Name", "IdNumber", "Face", "Gender", "Ethnic", "Religion"])
            Assert.DoesNotContain(members, m => m.Contains(word, StringComparison.Ordinal));
    }

    private static LateAct Late(int minutes) => new(T0.AddMinutes(minutes), LateGround.RadioLog, AttestingRole.DutyLeader, "radio log, page 3");

    /// <summary>Now and then an act was done before: too early, in time, or ahead.</summary>
    private static LateAct? Act(int n) => (n % 7) switch { 0 => Late(-20), 1 => Late(0), 2 => Late(3), _ => null };

    private static string Who(int n) => n % 8 == 0 ? Other : County;

    private static ReportContent Content() =>
        new(T0.AddMinutes(-40), EventKind.FloodOrDrought, "11A01", [new(CasualtyKind.Dead, 0), new(CasualtyKind.Missing, 0)]);

    private static NewReport New(ReportContent? content = null, JurisdictionTier? tier = JurisdictionTier.Township, ReportSource source = ReportSource.Agency) => new(
        Guid.CreateVersion7(), ReportKind.Initial, source, ReportChannel.Phone, tier, JurisdictionTier.County, Town, County, IncidentCategory.NaturalDisaster,
        Place(), T0.AddMinutes(-10), content ?? Content()) { ReporterContact = [1, 2, 3] };

    private static Refusal? Refusal(Func<NewReport, NewReport> change) => Report.Receive(change(New()), Shipped.Content, T0).Refusal;

    private static Report Received(ReportContent? content = null, JurisdictionTier? tier = JurisdictionTier.Township, ReportSource source = ReportSource.Agency,
        LateAct? late = null, bool aside = false) => Report.Receive(New(content, tier, source) with { Late = late, IsAside = aside }, Shipped.Content, T0).Report!;

    private static Report Verifying(ReportContent? content = null)
    {
        var report = Received(content);
        Assert.Null(report.Triage(County, ReportPriority.Urgent, T0));
        Assert.Null(report.BeginVerification(County));
        return report;
    }
}
