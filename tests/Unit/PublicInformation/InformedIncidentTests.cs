using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Releases;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class InformedIncidentTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 28, 1, 0, 0, TimeSpan.FromHours(8));
    private static readonly JurisdictionPackage Package = PackageReader.Read("cn-default");
    private static readonly SpokespersonRules Rules = Package.Section<SpokespersonRules>("spokespersons");

    private static InformedIncident Incident(IncidentCategory category = IncidentCategory.NaturalDisaster, IncidentGrade? grade = null) =>
        InformedIncident.Of(new(Guid.CreateVersion7(), category, EventKind.FloodOrDrought, null, "220221", grade, T0), null);

    [Theory]
    [InlineData(null, true), InlineData(IncidentGrade.Ordinary, false), InlineData(IncidentGrade.Considerable, false), InlineData(IncidentGrade.Major, true)]
    [InlineData(IncidentGrade.Exceptional, true)]
    public void A_press_conference_is_owed_for_grave_incidents_and_while_the_grade_is_unknown(IncidentGrade? grade, bool owed) =>
        Assert.Equal(owed, Incident(grade: grade).OwesPressConference);

    [Fact]
    public void Public_safety_has_no_grades_and_owes_no_press_conference() => Assert.False(Incident(IncidentCategory.PublicSafety).OwesPressConference);

    [Theory]
    [InlineData(IncidentCategory.NaturalDisaster, null, 5), InlineData(IncidentCategory.Accident, IncidentGrade.Major, 5), InlineData(IncidentCategory.Accident, IncidentGrade.Ordinary, 48)]
    [InlineData(IncidentCategory.Accident, IncidentGrade.Considerable, 48), InlineData(IncidentCategory.PublicSafety, null, 48)]
    public void The_limit_of_the_norm_follows_the_grade(IncidentCategory category, IncidentGrade? grade, double hours) =>
        Assert.Equal(hours, Package.Clock("release.first-legal", Incident(category, grade).Scope()).Duration);

    [Theory, InlineData(null, 48), InlineData(IncidentGrade.Considerable, 48), InlineData(IncidentGrade.Major, 5), InlineData(IncidentGrade.Exceptional, 5)]
    public void A_reply_is_owed_sooner_in_grave_incidents(IncidentGrade? grade, double hours) =>
        Assert.Equal(hours, Package.Clock("clarification.reply-legal", Incident(grade: grade).Scope()).Duration);

    [Fact]
    public void While_nobody_is_named_any_agency_speaks_and_then_only_those_who_are()
    {
        var incident = Incident();
        Assert.Null(incident.MaySpeak("county", Rules));
        incident.SetSpokesperson("county", true);
        Assert.Null(incident.MaySpeak("county", Rules));
        Machine.Refused(incident.MaySpeak("fire", Rules), "not-the-spokesperson");
        incident.SetSpokesperson("county", false);
        Assert.Null(incident.MaySpeak("fire", Rules));
    }

    [Fact]
    public void On_health_nobody_speaks_before_a_grant()
    {
        var incident = Incident(IncidentCategory.PublicHealth);
        Machine.Refused(incident.MaySpeak("health", Rules), "no-spokesperson");
        incident.SetSpokesperson("health", true);
        Assert.Null(incident.MaySpeak("health", Rules));
        Machine.Refused(incident.MaySpeak("county", Rules), "not-the-spokesperson");
    }

    [Fact]
    public void What_is_so_already_changes_nothing()
    {
        var incident = Incident(grade: IncidentGrade.Major);
        incident.Regrade(IncidentGrade.Major);
        incident.SetSpokesperson("county", false);
        incident.Reopen();
        Assert.Equal(1, incident.Version);
        incident.End();
        incident.End();
        Assert.Equal((2, true), (incident.Version, incident.ResponseEnded));
    }

    [Theory, InlineData("cn-default"), InlineData("nims")]
    public void Both_packages_hold_every_clock_and_section_of_this_service(string name)
    {
        var package = PackageReader.Read(name);
        string[] keys = ["release.first", "release.first-legal", "release.press-conference", "release.update", "clarification.reply", "clarification.reply-legal", "alert.push", "alert.expiry"];
        Assert.All(keys, k => Assert.Contains(k, package.ClockKeys));
        Assert.Contains(package.Section<Coordination.PublicInformation.Alerts.AlertChannels>("channels").List, c => c is { Key: "cell-broadcast", Required: true });
        Assert.Equal(IncidentCategory.PublicHealth, Assert.Single(package.Section<SpokespersonRules>("spokespersons").GrantRequired));
        Assert.Equal(3, package.Section<Coordination.PublicInformation.Alerts.AlertSettings>("alerts").AgencyCode.Length);
    }
}
