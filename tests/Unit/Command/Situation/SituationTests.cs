using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Command.Situation;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Situation;

/// <summary>What the record comes to in a situation report, and the page that says it.</summary>
public sealed class SituationTests
{
    private static readonly DateTimeOffset T0 = IncidentTests.T0;
    private static readonly JurisdictionPackage Package = PackageReader.Read("cn-default");

    private static Order Issued(DateTimeOffset? due = null)
    {
        var (order, refusal) = Order.Draft(
            Guid.CreateVersion7(), null, Guid.CreateVersion7(), null, "county", new(OrderKind.Rescue, "Boats", "fire", AddresseeKind.Agency, "fire", DueAt: due), MeasureGround.None, T0);
        Assert.Null(refusal);
        Assert.Null(order!.Issue(T0));
        return order;
    }

    [Fact]
    public void Resources_are_requested_committed_and_on_the_way_and_what_was_denied_is_not_requested()
    {
        var (line, denied) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        KnownNeed[] needs = [new() { Lines = [new(line, 1, "boat", "each", 40, 22, 18, LineState.Sourcing), new(denied, 2, "boat", "each", 9, 0, 0, LineState.Denied)] }];
        KnownFill[] fills = [Fill(line, FillState.EnRoute, 10), Fill(line, FillState.Assigned, 8), Fill(denied, FillState.EnRoute, 1), Fill(Guid.CreateVersion7(), FillState.EnRoute, 5)];
        Assert.Equal([new ResourceTotal("boat", "each", 40, 18, 10)], SituationDigest.Resources(needs, fills));

        static KnownFill Fill(Guid line, FillState state, int quantity) => new() { Id = Guid.CreateVersion7(), LineId = line, State = state, Quantity = quantity };
    }

    [Fact]
    public void An_order_is_overdue_when_its_time_is_up_and_overdue_ones_come_first() => Prop.ForAll(Gen.Choose(-90, 90).ArrayOf(12).ToArbitrary(), minutes =>
    {
        var now = T0.AddHours(3);
        var orders = minutes.Select(m => Issued(now.AddMinutes(m))).ToList();
        var summary = SituationDigest.Management(orders, [], 0, [], now);
        return summary.OrdersOpen == 12 && summary.OrdersOverdue == minutes.Count(m => m <= 0)
            && summary.Orders.Select(o => o.IsOverdue).SequenceEqual(summary.Orders.Select(o => o.IsOverdue).OrderDescending());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounds_of_head_counts_are_counted_with_the_duties_and_not_listed()
    {
        var summary = SituationDigest.Management([], [], 0, [], T0, new Dictionary<ClockState, int> { [ClockState.Breached] = 300, [ClockState.Met] = 2, [ClockState.Running] = 1 });
        Assert.Equal((new ClockTotals(1, 2, 0, 300), 0), (summary.Clocks, summary.NextDue.Count));
    }

    [Theory]
    [InlineData(IncidentGrade.Exceptional, AlertSeverity.Extreme)]
    [InlineData(IncidentGrade.Ordinary, AlertSeverity.Minor)]
    [InlineData(null, AlertSeverity.Unknown)]
    public void The_severity_is_that_of_the_confirmed_grade(IncidentGrade? grade, AlertSeverity severity) => Assert.Equal(severity, SituationDigest.Severity(grade));

    [Fact]
    public void The_next_report_is_due_at_the_next_of_the_times_that_the_package_names()
    {
        var rules = new SituationRules { ReportAt = ["06:00", "18:00"] };
        // 20:00 in Beijing.
        Assert.Equal(new DateTimeOffset(2010, 7, 27, 22, 0, 0, TimeSpan.Zero), rules.NextAfter(T0, Package.Calendar));
        Assert.Null(new SituationRules().NextAfter(T0, Package.Calendar));
        Assert.All((string[])["cn-default", "nims"], name => Assert.NotEmpty(PackageReader.Read(name).Section<SituationRules>("situation").ReportAt));
    }

    [Fact]
    public void Every_word_of_every_vocabulary_and_every_decision_on_the_page_has_its_chinese()
    {
        var words = SituationWords.For(isChinese: true);
        Type[] vocabularies =
        [
            typeof(IncidentState), typeof(IncidentCategory), typeof(EventKind), typeof(IncidentGrade), typeof(CasualtyKind), typeof(CasualtyScope), typeof(Confidence), typeof(CommandForm),
            typeof(OrderKind), typeof(OrderState), typeof(OrderEscalation), typeof(WarningLevel), typeof(AlertSeverity), typeof(LossSector), typeof(LossUnit), typeof(RecoveryTaskState),
            typeof(ObjectivePriority), typeof(HeadCountRoundState), typeof(HeadCountReason),
        ];
        Assert.Equal([], vocabularies.SelectMany(Enum.GetNames).Where(n => !words.Knows(n)));
        var decisions = SituationDecisions.Types.Select(t => ((EventTypeAttribute)Attribute.GetCustomAttribute(t, typeof(EventTypeAttribute))!).Name);
        Assert.Equal([], decisions.Where(d => !words.Knows(d)));
        Assert.Equal("Flood or drought", SituationWords.For(isChinese: false).Of(EventKind.FloodOrDrought));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_page_shows_whatever_it_is_given_as_text_and_holds_no_script(bool isChinese) => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), said =>
    {
        var page = Page($"<script>alert(1)</script>{said.Get}<img src=x onerror=y>", isChinese);
        return !page.Contains("<script", StringComparison.OrdinalIgnoreCase) && !page.Contains("<img", StringComparison.Ordinal) && page.Contains("&lt;script&gt;", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_heading_of_the_page_is_in_the_readers_language()
    {
        var english = Page("Songhua river", isChinese: false);
        var chinese = Page("Songhua river", isChinese: true);
        Assert.DoesNotContain(english, c => c is >= '\u4e00' and <= '\u9fff');
        Assert.All((string[])["情况报告", "伤亡", "县医院", "指令", "时限", "最近决定", "指挥记录"], word => Assert.Contains(word, chinese, StringComparison.Ordinal));
        Assert.All((string[])["Casualties", "Orders", "Last decisions", "Next report due", "EXERCISE"], word => Assert.DoesNotContain(word, chinese, StringComparison.Ordinal));
    }

    private static string Page(string title, bool isChinese)
    {
        var figure = new CasualtyFigureView(Guid.CreateVersion7(), 13, Confidence.Reported, true, CasualtyScope.Partial, isChinese ? "县医院" : "hospital-1", "hospital-1", T0, T0);
        var information = new SituationInformation(
            IncidentState.Active, IncidentCategory.NaturalDisaster, EventKind.FloodOrDrought, null, IncidentGrade.Major, IncidentGrade.Exceptional, "county", ["county", "fire"], null,
            [new("220221", ResponseGrade.II, T0)], T0, T0, T0, null, [new(EventKind.Meteorological, WarningLevel.Red, WarningState.InForce, ["220221"], T0, 3, 2)], []);
        var report = new SituationReport(
            Guid.CreateVersion7(), "county", "Report", new(T0, T0.AddHours(1)), title, [Guid.CreateVersion7()], SituationPhase.Response, SituationUrgency.Immediate, AlertSeverity.Severe,
            SituationConfidence.Unsure, "220221", T0.AddHours(9), true,
            new(information, [new(CasualtyKind.Dead, 13, Confidence.Reported, true, null, null, [figure])], [new("boat", "each", 40, 18, 10)],
                SituationDigest.Management([Issued(T0.AddMinutes(5))], [], 1, [new("command.grade-confirmed.v1", T0, 7)], T0.AddHours(1))),
            new(42, "ab12"));
        var words = SituationWords.For(isChinese);
        return new SituationPage(report, new PageWriter(words.Language), words, Package.Calendar).Write();
    }
}
