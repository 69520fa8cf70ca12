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
        Assert.Equal(may ? null : "no-authority", AlertAuthority.Judge(Powers, agency, area)?.Rule);

    [Theory]
    [InlineData("county", "220221", true)]
    [InlineData("weather", "220221 220222", true)]
    [InlineData("county", "220221 220222", false)]
    [InlineData("fire", "220221", false)]
    [InlineData("weather", "220000", false)]
    [InlineData("fire", "330106", false)]
    [InlineData("weather", "", false)]
    public void What_is_brought_unsigned_is_for_all_only_where_the_tree_names_who_brings_it(string agency, string areas, bool may) =>
        Assert.Equal(may, AlertAuthority.MayBring(Powers, agency, areas.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void An_empty_tree_shows_nothing_that_is_brought_unsigned() => Assert.False(AlertAuthority.MayBring([], "county", ["220221"]));
}
