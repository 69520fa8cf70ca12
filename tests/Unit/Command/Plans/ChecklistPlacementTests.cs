using Coordination.Command.Plans;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Jurisdictions;

namespace Coordination.Tests.Unit.Command.Plans;

/// <summary>An item that would reach nobody is found when its plan is approved, and stops nothing when it is activated.</summary>
public sealed class ChecklistPlacementTests
{
    private static ChecklistItem Item(string agency, string? alternate = null, AddresseeKind kind = AddresseeKind.Agency, string addressee = "x") =>
        new(ChecklistPhase.Active, OrderKind.Rescue, "As rehearsed", agency, kind, addressee, AlternateAgency: alternate);

    private static Land Placed()
    {
        var land = new Land();
        land.Place("fire", "220221", Land.T0);
        land.Grant("county-duty", "220221", AuthorityPower.KeepDuty);
        return land;
    }

    [Theory]
    [InlineData("fire", null, null)]
    [InlineData("county-duty", null, null)]
    [InlineData("nobody", "fire", null)]
    [InlineData("nobody", null, UnplacedReason.UnknownAgency)]
    [InlineData("nobody", "nobody-either", UnplacedReason.UnknownAgency)]
    public void An_order_goes_out_if_any_of_those_it_names_is_known(string agency, string? alternate, UnplacedReason? reason) =>
        Assert.Equal(reason, ChecklistPlacement.Missing(Item(agency, alternate), Placed().At(Land.T0), "220221"));

    [Fact]
    public void A_register_that_is_empty_stops_nobody()
    {
        Assert.Null(ChecklistPlacement.Missing(Item("nobody"), new Land().At(Land.T0), "220221"));
        Assert.Null(ChecklistPlacement.Missing(Item("nobody"), Placed().At(Land.T0), "rail-shenyang"));
    }

    [Fact]
    public void A_place_that_is_not_in_the_tree_is_found() =>
        Assert.Equal(UnplacedReason.UnknownPlace, ChecklistPlacement.Missing(Item("fire", kind: AddresseeKind.Place, addressee: "220299"), Placed().At(Land.T0), "220221"));

    [Fact]
    public void A_plan_with_an_item_for_nobody_is_not_approved()
    {
        var content = PlanTests.Content() with { Checklist = [Item("fire"), Item("nobody")] };
        var missing = ChecklistPlacement.Missing(content, Placed().At(Land.T0), "220221");
        Assert.Equal([new UnplacedItem(2, UnplacedReason.UnknownAgency)], missing);
        var version = PlanTests.Draft();
        Assert.Null(version.Consult());
        Assert.Null(version.Submit(["water"]));
        Machine.Refused(version.Approve("approver", [], missing), "item-not-placeable");
        Assert.Null(version.Approve("approver", [], []));
    }

    [Theory]
    [InlineData("measure-without-ground", UnplacedReason.NoGround)]
    [InlineData("code", UnplacedReason.WrongContent)]
    public void A_refused_order_says_why_its_item_is_not_placed(string rule, UnplacedReason reason) => Assert.Equal(reason, ChecklistPlacement.Of(new Refusal(rule, "x")));
}
