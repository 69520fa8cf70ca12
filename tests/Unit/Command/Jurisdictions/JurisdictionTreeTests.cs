using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Jurisdictions;

public sealed class JurisdictionTreeTests
{
    private static readonly DateTimeOffset T0 = Land.T0;

    [Fact]
    public void A_report_climbs_from_the_village_to_each_body_on_duty_and_passes_over_a_level_without_one()
    {
        var land = new Land();
        foreach (var (agency, code) in ((string, string)[])[("township-desk", "220221101"), ("county-desk", "220221"), ("county-fire", "220221"), ("province-desk", "220000")])
            land.Grant(agency, code, AuthorityPower.KeepDuty);
        var chain = land.At(T0).ReportChain("220221101001");
        Assert.Equal(["220221101", "220221", "220000"], chain.Select(s => s.Jurisdiction));
        Assert.Equal(["county-desk", "county-fire"], chain[1].Agencies);
        Assert.Equal(["province-desk"], land.At(T0).ReportChain("rail-shenyang").SelectMany(s => s.Agencies));
    }

    [Fact]
    public void An_unknown_place_has_no_chain_and_nobody_has_power_in_it()
    {
        var land = new Land();
        land.Grant("state", "000000", AuthorityPower.SetResponseLevels);
        var tree = land.At(T0);
        Assert.Empty(tree.Chain("990000"));
        Machine.Refused(tree.MaySet("state", ResponseGrade.IV, "990000"), "no-authority");
    }

    [Theory]
    [InlineData("county", ResponseGrade.IV, true)]
    [InlineData("county", ResponseGrade.III, false)]
    [InlineData("city", ResponseGrade.III, true)]
    [InlineData("city", ResponseGrade.II, false)]
    [InlineData("province", ResponseGrade.II, true)]
    [InlineData("province", ResponseGrade.I, true)]
    [InlineData("province", ResponseGrade.IV, true)]
    [InlineData("township", ResponseGrade.IV, false)]
    [InlineData("fire", ResponseGrade.IV, false)]
    public void The_graver_the_level_the_higher_the_body_that_sets_it(string agency, ResponseGrade level, bool may)
    {
        var refusal = WithLevelBodies().At(T0).MaySet(agency, level, "220221");
        if (may) Assert.Null(refusal);
        else Machine.Refused(refusal, "no-authority");
    }

    [Fact]
    public void Whoever_the_package_names_confirms_a_grade_and_where_it_names_nobody_no_tier_is_asked()
    {
        Assert.False(WithLevelBodies().At(T0).NamesGrade(IncidentGrade.Ordinary));
        var tree = WithLevelBodies().At(T0, new() { Grades = { [JurisdictionTier.County] = [IncidentGrade.Ordinary], [JurisdictionTier.Province] = [IncidentGrade.Ordinary, IncidentGrade.Major] } });
        Assert.True(tree.NamesGrade(IncidentGrade.Major));
        Assert.False(tree.NamesGrade(IncidentGrade.Considerable));
        Assert.Null(tree.MayConfirm("county", IncidentGrade.Ordinary, "220221"));
        Assert.Null(tree.MayConfirm("province", IncidentGrade.Major, "220221"));
        Machine.Refused(tree.MayConfirm("county", IncidentGrade.Major, "220221"), "no-authority");
        Machine.Refused(tree.MayConfirm("city", IncidentGrade.Ordinary, "220221"), "no-authority");
    }

    [Fact]
    public void A_refusal_says_who_may_instead()
    {
        var tree = WithLevelBodies().At(T0);
        Assert.Contains("province", tree.MaySet("county", ResponseGrade.II, "220221")!.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("county", tree.MaySet("fire", ResponseGrade.II, "220221")!.Detail, StringComparison.Ordinal);
        Assert.Contains("Nobody", new Land().At(T0).MaySet("county", ResponseGrade.II, "220221")!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_county_has_no_power_beside_or_above_itself()
    {
        var tree = WithLevelBodies().At(T0);
        Machine.Refused(tree.MaySet("county", ResponseGrade.IV, "220200"), "no-authority");
        Machine.Refused(tree.MaySet("county", ResponseGrade.IV, "rail-shenyang"), "no-authority");
        Assert.Null(tree.MaySet("county", ResponseGrade.IV, "220221101001"));
    }

    [Fact]
    public void The_body_on_duty_here_or_above_acts_alone_in_an_emergency_and_anyone_where_nobody_is_named()
    {
        var land = new Land();
        Assert.Null(land.At(T0).MayActAlone("hospital", "220221"));
        land.Grant("city-desk", "220200", AuthorityPower.KeepDuty);
        Assert.Null(land.At(T0).MayActAlone("city-desk", "220221"));
        Machine.Refused(land.At(T0).MayActAlone("hospital", "220221"), "no-authority");
        Assert.Null(land.At(T0).MayActAlone("hospital", "rail-shenyang"));
        Assert.Equal(["220200", "rail-shenyang"], land.At(T0).Below("220000").Select(n => n.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_power_to_warn_is_not_the_power_to_set_levels()
    {
        var land = new Land();
        land.Grant("met-office", "220221", AuthorityPower.IssueWarnings);
        var tree = land.At(T0);
        Assert.Null(tree.MayWarn("met-office", WarningLevel.Red, "220221"));
        Machine.Refused(tree.MaySet("met-office", ResponseGrade.IV, "220221"), "no-authority");
        Machine.Refused(tree.MayWarn("met-office", WarningLevel.Blue, "220200"), "no-authority");
        Assert.True(tree.May("met-office", AuthorityPower.IssueWarnings, "220221101"));
        Assert.False(tree.May("met-office", AuthorityPower.Command, "220221101"));
    }

    [Fact]
    public void A_decision_is_judged_by_the_powers_that_held_at_its_moment()
    {
        var land = new Land();
        var grant = land.Grant("county", "220221", AuthorityPower.SetResponseLevels, T0.AddDays(1));
        Assert.Null(grant.End(T0.AddDays(2)));
        Machine.Refused(land.At(T0).MaySet("county", ResponseGrade.IV, "220221"), "no-authority");
        Assert.Null(land.At(T0.AddDays(1)).MaySet("county", ResponseGrade.IV, "220221"));
        Machine.Refused(land.At(T0.AddDays(2)).MaySet("county", ResponseGrade.IV, "220221"), "no-authority");
    }

    [Fact]
    public void A_county_that_moved_is_found_where_it_stood_then_and_where_it_stands_now()
    {
        var land = new Land();
        land.Set("220300", JurisdictionTier.Prefecture, "220000", T0.AddYears(1));
        land.Set("220221", JurisdictionTier.County, "220300", T0.AddYears(1));
        Assert.Equal(["220221", "220200", "220000", "000000"], land.At(T0).Chain("220221").Select(n => n.Code));
        Assert.Equal(["220221", "220300", "220000", "000000"], land.At(T0.AddYears(1)).Chain("220221").Select(n => n.Code));
        Assert.Null(land.At(T0).Find("220300"));
    }

    [Fact]
    public void An_agency_stands_in_one_place_at_a_time()
    {
        var land = new Land();
        land.Place("water", "220221", T0);
        land.Place("water", "220200", T0.AddDays(5));
        Assert.Null(land.At(T0.AddTicks(-10)).PlaceOf("water"));
        Assert.Equal("220221", land.At(T0.AddDays(5).AddTicks(-10)).PlaceOf("water"));
        Assert.Equal("220200", land.At(T0.AddDays(5)).PlaceOf("water"));
    }

    /// <summary>Whatever is set when: at each instant a code has at most one record, no gap lies between two, and every chain climbs to its end.</summary>
    [Fact]
    public void History_has_neither_gap_nor_overlap_and_every_chain_ends() => Prop.ForAll(Gen.Choose(0, 100_000).ArrayOf(30).ToArbitrary(), numbers =>
    {
        string[] cities = ["220200", "220300", "220400"];
        var land = new Land();
        land.Set("220300", JurisdictionTier.Prefecture, "220000", T0);
        land.Set("220400", JurisdictionTier.Prefecture, "220000", T0);
        var now = T0;
        foreach (var n in numbers)
        {
            now = now.AddMinutes(n % 3);
            if (n % 2 == 0) land.Set("220221", JurisdictionTier.County, cities[n % 3], now, $"{n}");
            else land.Set(cities[n % 3], JurisdictionTier.Prefecture, "220000", now, $"{n}");
        }
        return Enumerable.Range(0, 70).Select(m => T0.AddMinutes(m)).All(at =>
            land.Nodes.Where(n => n.HoldsAt(at)).GroupBy(n => n.Code).All(g => g.Count() == 1)
            && Climbs(land.At(at).Chain("220221101001")));
    }).QuickCheckThrowOnFailure();

    private static bool Climbs(IReadOnlyList<Jurisdiction> chain) => chain.Count == 6 && chain[^1].Parent is null
        && chain.Zip(chain.Skip(1)).All(p => p.First.Parent == p.Second.Code && p.Second.Tier < p.First.Tier);

    private static Land WithLevelBodies()
    {
        var land = new Land();
        foreach (var (agency, code) in ((string, string)[])[("township", "220221101"), ("county", "220221"), ("city", "220200"), ("province", "220000")])
            land.Grant(agency, code, AuthorityPower.SetResponseLevels);
        land.Grant("fire", "220221", AuthorityPower.Command);
        return land;
    }

    [Fact]
    public void Who_is_next_above_climbs_to_the_top_asks_nobody_twice_and_comes_to_an_end() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(8).ToArbitrary(), numbers =>
    {
        var land = new Land();
        string[] codes = ["220221101001", "220221101", "220221", "220200", "220000"];
        foreach (var n in numbers) land.Grant($"body-{n % 6}", codes[n / 6 % 5], AuthorityPower.KeepDuty);
        var tree = land.At(Land.T0);
        var asked = new List<string> { "body-0" };
        while (tree.NextAbove("220221101001", asked) is { } next)
        {
            if (asked.Contains(next)) return false;
            asked.Add(next);
        }
        return asked.Skip(1).ToHashSet().SetEquals(tree.ReportChain("220221101001").SelectMany(s => s.Agencies).Where(a => a != "body-0"));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("220221101001", true)]
    [InlineData("220221101001002", true)]
    [InlineData("220221199", false)]
    [InlineData("229900", false)]
    [InlineData("330000", false)]
    [InlineData("km-12", true)]
    public void An_area_that_cannot_be_is_seen_and_a_finer_one_or_a_name_is_taken_as_it_is(string place, bool isThere) => Assert.Equal(isThere, new Land().At(Land.T0).HasPlace(place));
}
