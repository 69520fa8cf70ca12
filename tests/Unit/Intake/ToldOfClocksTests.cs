using Coordination.Contracts.Events;
using Coordination.Intake;
using Coordination.Intake.Correlations;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

/// <summary>Whom a clock is told to; the database is never opened.</summary>
public sealed class ToldOfClocksTests : IDisposable
{
    private static readonly Guid Incident = Guid.CreateVersion7();

    private readonly IntakeDb db = new(new DbContextOptionsBuilder<IntakeDb>().UseSqlite("Data Source=:memory:").Options);

    [Theory, InlineData("report.acknowledge"), InlineData("report.triage"), InlineData("report.upward"), InlineData("report.transfer"), InlineData("report.contact-retention")]
    public void The_clock_of_a_report_is_for_its_sender_and_its_desk(string key)
    {
        var report = Known(ReportSource.Institution);
        Assert.Equal(["county", "rail"], Told(key, report.Id, report.Id));
    }

    [Fact]
    public void In_an_incident_those_of_the_incident_are_told()
    {
        var report = Known(ReportSource.Institution);
        Assert.Null(ToldOfClocks.Of(db, Clock("report.acknowledge", report.Id, Incident)));
        Assert.Null(ToldOfClocks.Of(db, Clock("report.verified-final", report.SeriesId, Incident)));
        Assert.Null(ToldOfClocks.Of(db, Clock("report.zero", Guid.CreateVersion7(), Incident)));
        Assert.Equal(["county", "rail"], Told("report.contact-retention", report.Id, Incident));
        // Who must act on it hears of it though the incident is none of theirs.
        Assert.Equal(["county", "rail"], ToldOfClocks.BesideParties(db, Clock("report.acknowledge", report.Id, Incident)).OfType<string>());
    }

    [Fact]
    public void The_verified_report_that_a_series_owes_is_for_those_of_the_report_that_set_the_clock() =>
        Assert.Equal(["county", "rail"], Told("report.verified-final", Guid.CreateVersion7(), Known(ReportSource.Institution).Id));

    [Fact]
    public void What_the_public_reports_is_told_to_every_watch_until_one_took_it_and_that_one_did()
    {
        var report = Known(ReportSource.Public);
        db.ChangeTracker.AcceptAllChanges();
        Assert.Contains("*", Told("report.acknowledge", report.Id, report.Id));
        Assert.DoesNotContain("*", Told("report.contact-retention", report.Id, report.Id));
        Assert.Null(report.Acknowledge("fire", T0));
        Assert.Equal(["*", "county", "fire"], Told("report.acknowledge", report.Id, report.Id).Order(StringComparer.Ordinal));
        db.ChangeTracker.AcceptAllChanges();
        Assert.Equal(["fire"], Told("report.reply", report.Id, report.Id));
    }

    [Fact]
    public void What_may_belong_together_is_for_those_of_both_and_no_watch_besides()
    {
        var (one, other) = (Known(ReportSource.Public, "harbour"), Known(ReportSource.Institution));
        var correlation = Likeness.Score(one, other, Shipped.Correlation, T0);
        db.Add(correlation);
        Assert.Equal(["harbour", "county", "rail"], Told("correlation.decide", correlation.Id, correlation.Id));
    }

    [Theory, InlineData("hazard.patrol"), InlineData("event-notice.acknowledge"), InlineData("indicator.silence")]
    public void What_every_watch_reads_has_its_clocks_told_to_all(string key) => Assert.Equal(["*"], Told(key, Guid.CreateVersion7(), Guid.CreateVersion7()));

    [Theory, InlineData("message.look"), InlineData("document.look"), InlineData("report.acknowledge"), InlineData("correlation.decide"), InlineData("later.thing")]
    public void What_is_not_known_is_told_to_nobody(string key)
    {
        var id = Guid.CreateVersion7();
        Assert.Empty(Told(key, id, id));
    }

    public void Dispose() => db.Dispose();

    private Report Known(ReportSource source, string desk = "county")
    {
        var report = Report.Receive(new(
            Guid.CreateVersion7(), ReportKind.Initial, source, ReportChannel.Phone, null, null, source == ReportSource.Public ? null : "rail", desk, IncidentCategory.Accident,
            Place(), T0, new ReportContent(T0, EventKind.Transport, Casualties: [new(CasualtyKind.Dead, 1)])), Shipped.Content, T0).Report!;
        db.Add(report);
        return report;
    }

    private List<string> Told(string key, Guid entity, Guid subject) => [.. ToldOfClocks.Of(db, Clock(key, entity, subject))!.OfType<string>().Distinct()];

    private static Clock Clock(string key, Guid entity, Guid subject) => Coordination.Platform.Clock.Create(null, key, entity, subject, 0, T0, T0.AddMinutes(10), T0, 75, [], "default");
}
