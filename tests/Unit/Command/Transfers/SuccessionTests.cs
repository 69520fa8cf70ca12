using Coordination.Command.Transfers;
using Coordination.Contracts.Events;
using Coordination.Tests.Unit.Command.Jurisdictions;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Transfers;

public sealed class SuccessionTests
{
    private const string County = "220221";

    private static CommandTenure Commands(string lead, params string[] others) => new(1, CommandForm.Single, lead, [lead, .. others], Land.T0);

    private static IReadOnlyList<string> Next(Land land, string lead) => Succession.Next(lead, land.At(Land.T0), County);

    private static Land Named(params (string Agency, string Code)[] bodies)
    {
        var land = new Land();
        foreach (var (agency, code) in bodies) land.Grant(agency, code, AuthorityPower.Command);
        return land;
    }

    [Fact]
    public void Any_body_above_the_commander_takes_over_a_level_may_be_skipped()
    {
        var land = Named(("county", County), ("city", "220200"), ("province", "220000"));
        Assert.Equal(["city", "province"], Next(land, "county"));
        Assert.Equal(["province"], Next(land, "city"));
    }

    [Fact]
    public void A_first_arriver_who_holds_no_power_stands_below_all_who_do() =>
        Assert.Equal(["county", "city"], Next(Named(("county", County), ("city", "220200")), "fire"));

    [Fact]
    public void Where_nobody_stands_above_those_beside_are_next_then_those_below_then_the_bodies_on_duty()
    {
        var land = Named(("county", County), ("province", "220000"), ("army", "220000"));
        Assert.Equal(["army"], Next(land, "province"));
        Assert.Equal(["county"], Next(Named(("county", County), ("province", "220000")), "province"));
        var alone = Named(("county", County));
        alone.Grant("county-desk", County, AuthorityPower.KeepDuty);
        Assert.Equal(["county-desk"], Next(alone, "county"));
    }

    [Fact]
    public void The_others_of_a_unified_command_are_next_whatever_the_tree_says()
    {
        var tree = Named(("city", "220200")).At(Land.T0);
        Assert.Null(Succession.Refuse("rail", Commands("county", "rail"), tree, County));
        Machine.Refused(Succession.Refuse("rail", Commands("county"), tree, County), "not-next-in-command");
    }

    [Fact]
    public void Where_the_tree_names_nobody_whoever_takes_part_takes_over() =>
        Assert.Null(Succession.Refuse("fire", Commands("county"), new Land().At(Land.T0), County));

    [Fact]
    public void Whoever_commands_somebody_may_always_take_over_unless_nobody_else_is_named() => Prop.ForAll(Gen.Choose(0, 1 << 20).ToArbitrary(), n =>
    {
        string[] agencies = ["fire", "county", "city", "province", "state"];
        string[] codes = [County, "220200", "220000", "000000"];
        var land = Named([.. Enumerable.Range(0, n % 6).Select(i => (agencies[(n >> i) % 5], codes[(n >> (2 * i)) % 4]))]);
        var lead = agencies[n / 7 % 5];
        var next = Next(land, lead);
        var named = land.At(Land.T0).Bodies(County, AuthorityPower.Command).SelectMany(b => b.Agencies).Where(a => a != lead);
        return !next.Contains(lead) && next.Count > 0 == named.Any() && next.All(a => named.Contains(a));
    }).QuickCheckThrowOnFailure();
}
