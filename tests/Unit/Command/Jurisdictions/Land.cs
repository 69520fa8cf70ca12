using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Jurisdictions;

/// <summary>A province with a city, a county, a township, a village and a railway bureau, and the powers given in it.</summary>
internal sealed class Land
{
    public static readonly DateTimeOffset T0 = new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly AuthorityRules Rules = PackageReader.Read("cn-default").Section<AuthorityRules>("authority");

    private readonly List<Jurisdiction> nodes = [];
    private readonly List<AuthorityGrant> grants = [];
    private readonly List<AgencyPlacement> placements = [];

    public Land()
    {
        Set("000000", JurisdictionTier.State, null, T0);
        Set("220000", JurisdictionTier.Province, "000000", T0);
        Set("220200", JurisdictionTier.Prefecture, "220000", T0);
        Set("220221", JurisdictionTier.County, "220200", T0);
        Set("220221101", JurisdictionTier.Township, "220221", T0);
        Set("220221101001", JurisdictionTier.Village, "220221101", T0);
        Set("rail-shenyang", JurisdictionTier.Functional, "220000", T0);
    }

    public IReadOnlyList<Jurisdiction> Nodes => nodes;

    /// <summary>What setting a node does: the record before it ends, and the next begins.</summary>
    public void Set(string code, JurisdictionTier tier, string? parent, DateTimeOffset at, string name = "name")
    {
        var above = parent is null ? null : nodes.FindLast(n => n.Code == parent && n.HoldsAt(at));
        var (node, refusal) = Jurisdiction.Set(new(tier, parent, name, name), code, null, above, at);
        Assert.Null(refusal);
        nodes.Find(n => n.Code == code && n.ValidTo is null)?.End(at);
        nodes.Add(node!);
    }

    public AuthorityGrant Grant(string agency, string jurisdiction, AuthorityPower power, DateTimeOffset? at = null)
    {
        grants.Add(AuthorityGrant.Give(new(agency, jurisdiction, power, "Plan 3.1"), null, at ?? T0));
        return grants[^1];
    }

    public void Place(string agency, string jurisdiction, DateTimeOffset at)
    {
        placements.Find(p => p.Agency == agency && p.ValidTo is null)?.End(at);
        placements.Add(AgencyPlacement.Place(agency, new(jurisdiction, agency, agency), null, at));
    }

    public JurisdictionTree At(DateTimeOffset at, AuthorityRules? rules = null) => new(nodes, grants, placements, rules ?? Rules, at);
}
