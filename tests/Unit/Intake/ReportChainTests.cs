using Coordination.Contracts.Events;
using Coordination.Platform;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class ReportChainTests
{
    [Theory]
    [InlineData(JurisdictionTier.Village, JurisdictionTier.Township)]
    [InlineData(JurisdictionTier.Township, JurisdictionTier.County)]
    [InlineData(JurisdictionTier.Functional, JurisdictionTier.County)]
    [InlineData(JurisdictionTier.County, JurisdictionTier.Prefecture)]
    [InlineData(JurisdictionTier.Prefecture, JurisdictionTier.Province)]
    [InlineData(JurisdictionTier.Province, JurisdictionTier.State)]
    public void Each_tier_reports_to_the_next(JurisdictionTier from, JurisdictionTier to) => Assert.Equal(to, Shipped.Chain.Above(from));

    [Fact]
    public void Nobody_is_above_the_state() => Assert.Null(Shipped.Chain.Above(JurisdictionTier.State));

    [Fact]
    public void A_level_that_is_skipped_is_named()
    {
        Assert.Empty(Shipped.Chain.Between(JurisdictionTier.County, JurisdictionTier.Prefecture)!);
        Assert.Equal([JurisdictionTier.Prefecture], Shipped.Chain.Between(JurisdictionTier.County, JurisdictionTier.Province)!);
        Assert.Equal([JurisdictionTier.County, JurisdictionTier.Prefecture, JurisdictionTier.Province], Shipped.Chain.Between(JurisdictionTier.Township, JurisdictionTier.State)!);
        Assert.Null(Shipped.Chain.Between(JurisdictionTier.Province, JurisdictionTier.County));
        Assert.Null(Shipped.Chain.Between(JurisdictionTier.County, JurisdictionTier.County));
    }

    [Theory]
    [InlineData(JurisdictionTier.County, null, true)]
    [InlineData(JurisdictionTier.Prefecture, null, false)]
    [InlineData(JurisdictionTier.Prefecture, IncidentGrade.Ordinary, false)]
    [InlineData(JurisdictionTier.Prefecture, IncidentGrade.Considerable, true)]
    [InlineData(JurisdictionTier.Province, IncidentGrade.Considerable, false)]
    [InlineData(JurisdictionTier.Province, IncidentGrade.Major, true)]
    [InlineData(JurisdictionTier.State, IncidentGrade.Exceptional, false)]
    public void A_grade_climbs_as_far_as_the_law_says(JurisdictionTier tier, IncidentGrade? grade, bool climbs) => Assert.Equal(climbs, Shipped.Chain.Climbs(tier, grade));

    /// <summary>Values of B4; the shipped package holds each with its source.</summary>
    [Theory]
    [InlineData("Township", "NaturalDisaster", null, 1)]
    [InlineData("County", "NaturalDisaster", null, 2)]
    [InlineData("Prefecture", "NaturalDisaster", null, 2)]
    [InlineData("Functional", "Accident", null, 1)]
    [InlineData("Functional", "PublicHealth", null, 2)]
    [InlineData("County", "PublicHealth", null, 2)]
    [InlineData("Province", "PublicHealth", null, 1)]
    [InlineData("Province", "Accident", "Major", 4)]
    [InlineData("Province", "Accident", "Exceptional", 4)]
    public void The_time_to_report_upward_depends_on_tier_category_and_grade(string tier, string category, string? grade, double hours)
    {
        var clock = PackageReader.Read("cn-default").Clock("report.upward", new ClockScope("220221", category, grade, tier));
        Assert.Equal((hours, ClockUnit.Hour), (clock.Duration, clock.Unit));
        Assert.NotEqual("default", clock.Basis);
    }

    [Theory]
    [InlineData("County", "09:00")]
    [InlineData("Prefecture", "10:00")]
    [InlineData("Province", "12:00")]
    public void The_zero_report_is_due_at_the_hour_of_its_tier(string tier, string at) =>
        Assert.Equal(at, PackageReader.Read("cn-default").Clock("report.zero", new ClockScope(Tier: tier)).At);
}
