using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class AlertAuthorityTests
{
    private static readonly AgencyPower[] Powers =
    [
        new() { Agency = "weather", Power = AuthorityPower.IssueWarnings, Jurisdiction = "220200" },
        new() { Agency = "county", Power = AuthorityPower.IssueWarnings, Jurisdiction = "220221" },
    ];

    [Theory]
    [InlineData("county", "220221", true)]
    [InlineData("weather", "220221", true)]
    [InlineData("weather", "220221003000", true)]
    [InlineData("county", "220222", false)]
    [InlineData("fire", "220221", false)]
    [InlineData("fire", "220000", false)]
    [InlineData("county", "220000", false)]
    [InlineData("fire", "330106", true)]
    public void The_public_of_an_area_is_alerted_by_who_may_warn_it_and_by_anybody_where_nobody_is_named(string agency, string area, bool may) =>
        Assert.Equal(may ? null : "no-authority", AlertAuthority.Judge(Powers, agency, area, "GB/T 2260")?.Rule);

    [Theory]
    [InlineData("county", "220221", true)]
    [InlineData("weather", "220221 220222", true)]
    [InlineData("county", "220221 220222", false)]
    [InlineData("fire", "220221", false)]
    [InlineData("weather", "220000", false)]
    [InlineData("fire", "330106", false)]
    [InlineData("weather", "", false)]
    public void What_is_brought_unsigned_is_for_all_only_where_the_tree_names_who_brings_it(string agency, string areas, bool may) =>
        Assert.Equal(may, AlertAuthority.MayBring(Powers, agency, areas.Split(' ', StringSplitOptions.RemoveEmptyEntries), "GB/T 2260"));

    [Theory]
    [InlineData("county", "x1", "no-authority")]
    [InlineData("county", "4403", "no-authority")]
    [InlineData("bridge", "dongmen-bridge", null)]
    public void A_code_that_lies_in_nothing_is_for_who_is_named_for_it(string agency, string area, string? rule)
    {
        AgencyPower[] named = [.. Powers, new() { Agency = "bridge", Power = AuthorityPower.IssueWarnings, Jurisdiction = "dongmen-bridge" }];
        Assert.Equal(rule, AlertAuthority.Judge(named, agency, area, "GB/T 2260")?.Rule);
        Assert.Null(AlertAuthority.Judge([], agency, area, "GB/T 2260"));
    }

    [Fact]
    public void An_empty_tree_shows_nothing_that_is_brought_unsigned() => Assert.False(AlertAuthority.MayBring([], "county", ["220221"], "GB/T 2260"));

    private static readonly AgencyPower[] States =
    [
        new() { Agency = "delaware", Power = AuthorityPower.IssueWarnings, Jurisdiction = "010000" },
        new() { Agency = "ventura", Power = AuthorityPower.IssueWarnings, Jurisdiction = "006111" },
        new() { Agency = "valley", Power = AuthorityPower.IssueWarnings, Jurisdiction = "106109" },
    ];

    /// <summary>47 CFR 11.31: part, state, county. The first two digits of a county of Florida (012) are those of Delaware (010) only where they are read as another country's.</summary>
    [Theory]
    [InlineData("delaware", "010001", true)]
    [InlineData("delaware", "110001", true)]
    [InlineData("delaware", "010000", true)]
    [InlineData("ventura", "006111", true)]
    [InlineData("ventura", "306111", true)]
    [InlineData("ventura", "010001", false)]
    [InlineData("delaware", "006000", false)]
    [InlineData("ventura", "006000", false)]
    [InlineData("valley", "006109", false)]
    [InlineData("valley", "106109", true)]
    [InlineData("fire", "106109", false)]
    [InlineData("delaware", "000000", false)]
    public void In_a_jurisdiction_of_SAME_codes_a_state_holds_its_own_counties_alone(string agency, string area, bool may) =>
        Assert.Equal(may ? null : "no-authority", AlertAuthority.Judge(States, agency, area, "SAME")?.Rule);

    [Fact]
    public void Delaware_does_not_warn_Florida()
    {
        Assert.True(AlertAuthority.MayBring(States, "delaware", ["010003"], "SAME"));
        Assert.False(AlertAuthority.MayBring(States, "delaware", ["012086"], "SAME"));
        Assert.False(AlertAuthority.MayBring(States, "valley", ["006109"], "SAME"));
        AgencyPower[] both = [.. States, new() { Agency = "florida", Power = AuthorityPower.IssueWarnings, Jurisdiction = "012000" }];
        Assert.Equal("no-authority", AlertAuthority.Judge(both, "delaware", "012086", "SAME")?.Rule);
        Assert.Null(AlertAuthority.Judge(both, "florida", "012086", "SAME"));
    }

    [Fact]
    public void A_code_of_a_system_that_is_not_known_is_itself_alone()
    {
        AgencyPower[] zones = [new() { Agency = "coast", Power = AuthorityPower.IssueWarnings, Jurisdiction = "110000" }];
        Assert.True(AlertAuthority.MayBring(zones, "coast", ["110000"], "EMMA_ID"));
        Assert.False(AlertAuthority.MayBring(zones, "coast", ["110101"], "EMMA_ID"));
    }
}
