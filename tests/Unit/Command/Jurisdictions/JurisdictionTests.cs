using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command.Jurisdictions;

public sealed class JurisdictionTests
{
    private static readonly DateTimeOffset T0 = Land.T0;

    private static Jurisdiction Node(string code, JurisdictionTier tier, Jurisdiction? parent = null)
    {
        var (node, refusal) = Jurisdiction.Set(new(tier, parent?.Code, code, code), code, null, parent, T0);
        Assert.Null(refusal);
        return node!;
    }

    [Theory]
    [InlineData("220221", JurisdictionTier.County)]
    [InlineData("220221101", JurisdictionTier.Township)]
    [InlineData("220221101001", JurisdictionTier.Village)]
    [InlineData("rail-shenyang", JurisdictionTier.Functional)]
    [InlineData("hospital-2", JurisdictionTier.Functional)]
    public void An_area_has_a_GBT_2260_code_and_its_extension_and_a_functional_node_a_name_of_letters(string code, JurisdictionTier tier) =>
        Assert.Equal(code, Node(code, tier, Node("220000", JurisdictionTier.Province)).Code);

    [Theory]
    [InlineData("22022", JurisdictionTier.County)]
    [InlineData("2202211010011", JurisdictionTier.Village)]
    [InlineData("22022x", JurisdictionTier.County)]
    [InlineData("２２０２２１", JurisdictionTier.County)]
    [InlineData("rail-shenyang", JurisdictionTier.County)]
    [InlineData("220221", JurisdictionTier.Functional)]
    [InlineData("Rail", JurisdictionTier.Functional)]
    [InlineData("a b c", JurisdictionTier.Functional)]
    public void Any_other_code_is_refused(string code, JurisdictionTier tier)
    {
        var province = Node("220000", JurisdictionTier.Province);
        Machine.Refused(Jurisdiction.Set(new(tier, "220000", "n", "n"), code, null, province, T0).Item2, "jurisdiction-code");
    }

    [Theory]
    [InlineData(JurisdictionTier.County, JurisdictionTier.County)]
    [InlineData(JurisdictionTier.County, JurisdictionTier.Prefecture)]
    [InlineData(JurisdictionTier.Village, JurisdictionTier.Province)]
    public void A_node_stands_under_a_higher_tier(JurisdictionTier above, JurisdictionTier tier)
    {
        var parent = Node("220221", above, Node("220000", JurisdictionTier.State));
        Machine.Refused(Jurisdiction.Set(new(tier, parent.Code, "n", "n"), "220222", null, parent, T0).Item2, "tier-order");
    }

    [Fact]
    public void Nothing_stands_under_a_functional_node()
    {
        var bureau = Node("rail-shenyang", JurisdictionTier.Functional, Node("220000", JurisdictionTier.Province));
        Machine.Refused(Jurisdiction.Set(new(JurisdictionTier.Functional, bureau.Code, "n", "n"), "rail-station", null, bureau, T0).Item2, "tier-order");
    }

    [Fact]
    public void Only_a_state_or_a_province_stands_alone_and_no_node_under_an_unknown_one()
    {
        Machine.Refused(Jurisdiction.Set(new(JurisdictionTier.County, null, "n", "n"), "220221", null, null, T0).Item2, "required");
        Machine.Refused(Jurisdiction.Set(new(JurisdictionTier.County, "220200", "n", "n"), "220221", null, null, T0).Item2, "unknown-jurisdiction");
        Assert.Null(Node("000000", JurisdictionTier.State).Parent);
        Assert.Null(Node("220000", JurisdictionTier.Province).Parent);
    }

    [Fact]
    public void A_record_holds_from_its_first_moment_until_just_before_its_last()
    {
        var node = Node("220000", JurisdictionTier.Province);
        node.End(T0.AddDays(1));
        Assert.False(node.HoldsAt(T0.AddTicks(-10)));
        Assert.True(node.HoldsAt(T0));
        Assert.True(node.HoldsAt(T0.AddDays(1).AddTicks(-10)));
        Assert.False(node.HoldsAt(T0.AddDays(1)));
        Assert.Equal(2, node.Version);
    }

    [Fact]
    public void The_same_said_again_is_no_change()
    {
        var node = Node("220000", JurisdictionTier.Province);
        Assert.True(node.Says(new(JurisdictionTier.Province, null, "220000", "220000")));
        Assert.False(node.Says(new(JurisdictionTier.Province, null, "Jilin", "220000")));
    }

    [Fact]
    public void A_power_ends_once_and_stays_on_record()
    {
        var grant = AuthorityGrant.Give(new("county", "220221", AuthorityPower.Command, "Plan 3.1"), null, T0);
        Assert.Null(grant.End(T0.AddDays(2)));
        Machine.Refused(grant.End(T0.AddDays(3)), "grant-ended");
        Assert.Equal((T0, T0.AddDays(2), 2), (grant.ValidFrom, grant.ValidTo, grant.Version));
        Assert.True(grant.HoldsAt(T0.AddDays(1)));
        Assert.False(grant.HoldsAt(T0.AddDays(2)));
    }
}
