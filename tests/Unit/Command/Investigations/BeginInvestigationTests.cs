using Coordination.Command.Incidents;
using Coordination.Command.Investigations;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;
using Coordination.Tests.Unit.Command.Jurisdictions;

namespace Coordination.Tests.Unit.Command.Investigations;

/// <summary>Which accident is investigated, by whom, and until when.</summary>
public sealed class BeginInvestigationTests
{
    private static readonly DateTimeOffset T0 = InvestigationTests.T0;

    private static (Investigation?, Refusal?) Begin(Incident incident, params Investigation[] before) => Investigation.Begin(incident, [], before, InvestigationTests.Nobody, "state", T0);

    [Fact]
    public void An_accident_that_was_confirmed_is_investigated_and_nothing_else()
    {
        Machine.Refused(Begin(IncidentTests.Active()).Item2, "not-an-accident");
        Machine.Refused(Begin(IncidentTests.Opened(EventKind.Transport)).Item2, "not-confirmed");
        var unfounded = IncidentTests.Opened(EventKind.Transport);
        Assert.Null(unfounded.FindUnfounded());
        Machine.Refused(Begin(unfounded).Item2, "not-confirmed");
        Machine.Refused(Investigation.Begin(InvestigationTests.Accident(), ["Mr Li"], [], InvestigationTests.Nobody, "state", T0).Item2, "code");
        var begun = Begin(InvestigationTests.Accident(IncidentGrade.Major)).Item1!;
        Assert.Equal((InvestigationState.Investigating, 1, IncidentGrade.Major, "state"), (begun.State, begun.Number, begun.Grade, begun.Authority));
    }

    [Theory]
    [InlineData(null, IncidentGrade.Ordinary, false), InlineData(null, IncidentGrade.Considerable, true), InlineData(IncidentGrade.Major, IncidentGrade.Major, false)]
    [InlineData(IncidentGrade.Major, IncidentGrade.Exceptional, true), InlineData(IncidentGrade.Exceptional, IncidentGrade.Major, false), InlineData(IncidentGrade.Major, null, false)]
    public void A_second_investigation_takes_the_place_of_the_first_where_the_accident_turned_out_graver(IncidentGrade? then, IncidentGrade? now, bool may)
    {
        var first = InvestigationTests.Begun(then);
        var (second, refusal) = Begin(InvestigationTests.Accident(now), first);
        Assert.Equal((may, may ? null : "already-investigated"), (second is not null, refusal?.Rule));
        Assert.Equal((may ? InvestigationState.Superseded : InvestigationState.Investigating, may ? 2 : 1), (first.State, first.Version));
        if (may) Assert.Equal(2, second!.Number);
    }

    [Fact]
    public void What_was_replied_to_stands_beside_a_later_one_and_what_was_discontinued_begins_anew()
    {
        var replied = InvestigationTests.Begun(IncidentGrade.Major);
        Assert.Null(replied.Submit("rail", "li", "7", IncidentGrade.Major, T0) ?? replied.Reply("ministry", "wang", "8", T0));
        Machine.Refused(Begin(InvestigationTests.Accident(IncidentGrade.Major), replied).Item2, "already-investigated");
        Assert.NotNull(Begin(InvestigationTests.Accident(IncidentGrade.Exceptional), replied).Item1);
        Assert.Equal(InvestigationState.Replied, replied.State);
        var ended = InvestigationTests.Begun(IncidentGrade.Major);
        Assert.Null(ended.Discontinue("ministry", "Another accident"));
        Assert.NotNull(Begin(InvestigationTests.Accident(IncidentGrade.Major), ended).Item1);
    }

    [Fact]
    public void Beside_one_that_was_replied_to_only_one_more_begins()
    {
        var replied = InvestigationTests.Begun(IncidentGrade.Major);
        Assert.Null(replied.Submit("rail", "li", "7", IncidentGrade.Major, T0) ?? replied.Reply("ministry", "wang", "8", T0));
        var accident = InvestigationTests.Accident(IncidentGrade.Exceptional);
        var graver = Begin(accident, replied).Item1!;
        Machine.Refused(Begin(accident, graver, replied).Item2, "already-investigated");
        Assert.Equal((InvestigationState.Investigating, 1), (graver.State, graver.Version));
    }

    [Fact]
    public void A_report_on_what_turned_out_graver_shuts_no_higher_body_out()
    {
        var lower = InvestigationTests.Begun(IncidentGrade.Ordinary);
        Assert.Null(lower.Submit("rail", "li", "7", IncidentGrade.Exceptional, T0));
        Assert.NotNull(Begin(InvestigationTests.Accident(IncidentGrade.Exceptional), lower).Item1);
        Assert.Equal(InvestigationState.Superseded, lower.State);
    }

    [Fact]
    public void Whoever_may_investigate_the_graver_accident_as_well_goes_on()
    {
        var higher = InvestigationTests.Begun(null);
        Machine.Refused(Investigation.Begin(InvestigationTests.Accident(IncidentGrade.Considerable), [], [higher], a => a == "ministry", "city", T0).Item2, "already-investigated");
        Assert.Equal(InvestigationState.Investigating, higher.State);
    }

    [Theory]
    [InlineData("county", IncidentGrade.Ordinary, true), InlineData("county", IncidentGrade.Considerable, false), InlineData("city", IncidentGrade.Considerable, true)]
    [InlineData("city", IncidentGrade.Major, false), InlineData("province", IncidentGrade.Major, true), InlineData("province", IncidentGrade.Exceptional, false)]
    [InlineData("ministry", IncidentGrade.Exceptional, true), InlineData("ministry", IncidentGrade.Ordinary, true), InlineData("fire", IncidentGrade.Ordinary, false)]
    [InlineData("county", null, true), InlineData("province", null, true), InlineData("fire", null, false)]
    public void The_graver_the_accident_the_higher_the_body_that_investigates_it(string agency, IncidentGrade? grade, bool may)
    {
        var tree = Governed().At(T0);
        Assert.True(tree.NamesInvestigator(grade, "220221"));
        Assert.Equal(may ? null : "no-authority", tree.MayInvestigate(agency, grade, "220221")?.Rule);
    }

    [Fact]
    public void Where_the_package_names_no_tier_whoever_sets_levels_there_or_above_investigates_and_where_nobody_does_nobody_is_named()
    {
        var tree = Governed().At(T0, new());
        Assert.Null(tree.MayInvestigate("county", IncidentGrade.Exceptional, "220221"));
        Machine.Refused(tree.MayInvestigate("fire", IncidentGrade.Exceptional, "220221"), "no-authority");
        Assert.False(new Land().At(T0, new()).NamesInvestigator(IncidentGrade.Exceptional, "220221"));
        Assert.False(new Land().At(T0).NamesInvestigator(null, "220221"));
        Machine.Refused(new Land().At(T0).MayInvestigate("county", IncidentGrade.Ordinary, "220221"), "no-authority");
    }

    [Theory]
    [InlineData("investigation.report", null, 60), InlineData("investigation.report", "Exceptional", 60), InlineData("investigation.reply", null, 15), InlineData("investigation.reply", "Major", 15)]
    [InlineData("investigation.reply", "Exceptional", 30)]
    public void The_times_are_those_of_the_law(string key, string? grade, int days)
    {
        var package = PackageReader.Read("cn-default");
        var clock = package.Clock(key, new ClockScope(Grade: grade));
        Assert.Equal((T0.AddDays(days), key == "investigation.report"), (clock.Due(T0, package.Calendar), clock.Pause.Contains("appraisal")));
    }

    private static Land Governed()
    {
        var land = new Land();
        foreach (var (agency, code) in ((string, string)[])[("county", "220221"), ("city", "220200"), ("province", "220000"), ("ministry", "000000")]) land.Grant(agency, code, AuthorityPower.SetResponseLevels);
        land.Grant("fire", "220221", AuthorityPower.KeepDuty);
        return land;
    }
}
