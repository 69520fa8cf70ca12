using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Jurisdictions;

public sealed class KnownAgenciesTests
{
    private readonly Land land = new();

    [Fact]
    public void Where_the_tree_places_agencies_one_that_it_does_not_know_is_refused_by_its_index()
    {
        land.Grant("county", "220221", AuthorityPower.KeepDuty);
        Assert.Null(Refuse("220221", "nobody"));
        land.Place("water", "220221101", Land.T0);
        Assert.Null(Refuse("220221", "water", "county"));
        var no = Refuse("220221", "water", "county", "nobody", "others");
        Machine.Refused(no, "unknown-agency");
        Assert.Equal((400, "/agencies/2"), (no!.Status, no.Pointer));
        Assert.Equal("/accepter", land.At(Land.T0).RefuseUnknown("220200", "/accepter", "nobody")!.Pointer);
        Assert.Null(Refuse("rail-shenyang", "nobody"));
    }

    private Refusal? Refuse(string jurisdiction, params string[] agencies) => land.At(Land.T0).RefuseUnknown(jurisdiction, "/agencies", agencies);
}
