using Coordination.Contracts.Events;
using Coordination.Intake;
using Coordination.Intake.Hazards;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Intake;

public sealed class PackageTests
{
    private static readonly string[] Keys =
    [
        "report.acknowledge", "report.triage", "report.look", "message.look", "message.sender-retention", "document.look", "document.original-retention", "report.transfer", "report.upward", "report.verified-final", "report.zero", "report.daily", "report.drought",
        "report.reply", "report.contact-retention", "correlation.decide", "hazard.rectification", "hazard.verification", "indicator.silence",
        "indicator.manual-count", "event-notice.acknowledge", "event-notice.licence-decision", .. Enum.GetValues<InspectionKind>().Select(k => k.Key()),
    ];

    [Theory]
    [InlineData("cn-default")]
    [InlineData("nims")]
    public void A_shipped_package_holds_all_that_intake_asks_of_it(string name)
    {
        var package = PackageReader.Read(name);
        Assert.All(Keys, key => Assert.NotEmpty(package.Clock(key, new ClockScope()).Basis));
        var rules = new IntakeRules(package);
        Assert.NotEmpty(rules.Escalation);
        Assert.NotEmpty(rules.Chain.Steps);
        Assert.All(rules.Indicators, r => Assert.Null(Coordination.Intake.Indicators.Threshold.Refuse(r.Levels())));
        Assert.Equal(Enum.GetValues<HazardKind>().Order(), rules.Correlation.Leads.Select(l => l.Hazard).Order());
        Assert.Contains("{number}", rules.Messages.Reported, StringComparison.Ordinal);
        Assert.True(rules.Messages.Held.Length > 0 && rules.Messages.Words.TrueForAll(w => w.Word.Length > 1));
        Assert.All(rules.Escalation, role => Assert.Null(Code.Refuse("", role)));
        Assert.Null(Code.Refuse("", rules.PublicReports.Agency));
    }

    [Fact]
    public void A_crowd_is_announced_before_the_venue_is_full()
    {
        var crowd = new IntakeRules(PackageReader.Read("cn-default")).Indicators.Single(r => r.Kind == IndicatorKind.CrowdOccupancy);
        Assert.Equal([(IndicatorState.Advisory, 80), (IndicatorState.Yellow, 90), (IndicatorState.Orange, 100), (IndicatorState.Red, 110)], crowd.Levels().Select(l => (l.Level, l.Value)));
        Assert.Equal(30, crowd.ClearAfterMinutes);
    }
}
