using Coordination.Contracts.Events;
using Coordination.Resources.Asks;
using Coordination.Resources.Funds;
using Coordination.Resources.Requisitions;
using Coordination.Resources.Types;

namespace Coordination.Tests.Unit.Resources;

public sealed class RequisitionTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_requisition_goes_its_way_and_no_other()
    {
        var states = Enum.GetValues<RequisitionState>();
        foreach (var from in states)
            foreach (var to in states.Where(s => s != RequisitionState.Proposed))
            {
                var requisition = In(from);
                var version = requisition.Version;
                var moved = To(requisition, to) is null;
                Assert.Equal((int)to == (int)from + 1, moved);
                Assert.Equal(moved ? to : from, requisition.State);
                Assert.Equal(moved ? version + 1 : version, requisition.Version);
            }
        Assert.Equal(states.Length - 1, Requisition.Life.Transitions.Count());
    }

    [Fact]
    public void Who_proposes_it_does_not_order_it() => Assert.Equal("same-person", In(RequisitionState.Proposed).Order("clerk", T0)!.Rule);

    [Fact]
    public void Compensation_is_an_amount()
    {
        Assert.Equal("amount-required", In(RequisitionState.Returned).Claim(0, "CNY", T0)!.Rule);
        Assert.Equal("amount-required", In(RequisitionState.Claimed).Compensate(0, T0)!.Rule);
    }

    [Fact]
    public void The_owners_contact_is_destroyed_after_compensation_and_not_before()
    {
        Assert.Equal("still-needed", In(RequisitionState.Claimed).DestroyContact()!.Rule);
        var done = In(RequisitionState.Compensated);
        Assert.NotNull(done.OwnerContact);
        Assert.Null(done.DestroyContact());
        Assert.Null(done.OwnerContact);
    }

    [Fact]
    public void A_step_is_not_dated_before_the_one_it_follows() =>
        Assert.Equal("before-last-step", In(RequisitionState.Served).TakeIntoUse(T0.AddMinutes(-1))!.Rule);

    private static Coordination.Platform.Refusal? To(Requisition r, RequisitionState to) => to switch
    {
        RequisitionState.Ordered => r.Order("commander", T0),
        RequisitionState.Served => r.Serve("R-1", [1], T0),
        RequisitionState.InUse => r.TakeIntoUse(T0),
        RequisitionState.Returned => r.Return(T0),
        RequisitionState.Claimed => r.Claim(100, "CNY", T0),
        _ => r.Compensate(100, T0),
    };

    private static Requisition In(RequisitionState state)
    {
        var r = Requisition.Propose(Guid.CreateVersion7(), null, "city", Guid.CreateVersion7(), "speedboat", "boat", 3, "clerk", T0);
        for (var next = RequisitionState.Ordered; next <= state; next++) Assert.Null(To(r, next));
        return r;
    }
}

public sealed class FundTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Money_is_planned_committed_spent_and_audited_in_this_order_only()
    {
        foreach (var from in Enum.GetValues<FundState>())
            foreach (var to in Enum.GetValues<FundState>().Where(s => s != FundState.Planned))
            {
                var fund = In(from);
                var version = fund.Version;
                var moved = To(fund, to) is null;
                Assert.Equal((int)to == (int)from + 1, moved);
                Assert.Equal(moved ? to : from, fund.State);
                Assert.Equal(moved ? version + 1 : version, fund.Version);
            }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void No_more_is_spent_than_committed(long amount) => Assert.Equal("more-than-committed", In(FundState.Committed).Spend(amount, "clerk", T0)!.Rule);

    [Fact]
    public void Who_spends_does_not_audit() => Assert.Equal("same-person", In(FundState.Spent).Audit(true, "clerk", T0)!.Rule);

    private static Coordination.Platform.Refusal? To(FundCommitment f, FundState to) => to switch
    {
        FundState.Committed => f.Commit(T0),
        FundState.Spent => f.Spend(900, "clerk", T0),
        _ => f.Audit(true, "auditor", T0),
    };

    private static FundCommitment In(FundState state)
    {
        var fund = FundCommitment.Plan(Guid.CreateVersion7(), null, "city", FundSource.ReserveFund, 1000, "CNY", "boats", null, null, T0);
        for (var next = FundState.Committed; next <= state; next++) Assert.Null(To(fund, next));
        return fund;
    }
}

public sealed class AskTests
{
    [Fact]
    public void The_table_of_an_ask_is_this_one()
    {
        (AskState, AskState)[] table =
        [
            (AskState.Received, AskState.Answered), (AskState.Received, AskState.Declined), (AskState.Received, AskState.Withdrawn),
            (AskState.Answered, AskState.Withdrawn),
        ];
        Assert.Equal(table.Order(), Ask.Life.Transitions.Order());
    }

    [Fact]
    public void An_agency_offers_no_more_than_was_asked_and_what_ends_may_be_offered_again()
    {
        var ask = Received();
        Assert.Null(ask.Answer(12));
        Assert.Equal("more-than-asked", ask.Answer(7)!.Rule);
        ask.TakeBack(6);
        Assert.Null(ask.Answer(7));
        Assert.Equal(13, ask.Offered);
    }

    [Fact]
    public void What_was_declined_or_withdrawn_takes_no_offer()
    {
        var declined = Received();
        Assert.Null(declined.Decline());
        Assert.Equal("illegal-transition", declined.Answer(1)!.Rule);
        var withdrawn = Received();
        Assert.Null(withdrawn.Withdraw());
        Assert.Equal("illegal-transition", withdrawn.Answer(1)!.Rule);
        Assert.Equal("illegal-transition", withdrawn.Decline()!.Rule);
    }

    private static Ask Received() => Ask.Receive(new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, "city", "neighbour", AskRelation.Peer, RmMessage.RequestResource,
        "assault-boat", 18, "boat", MissionKind.Evacuation, Needs.T0.AddHours(6), Needs.T0), null);
}

public sealed class ResourceTypeTests
{
    [Theory]
    [InlineData("assault-boat", null, true)]
    [InlineData("2010203", 2, true)]
    [InlineData("2010203", 1, false)]
    [InlineData("4010203", null, false)]
    [InlineData("20102", null, false)]
    [InlineData("Boat", null, false)]
    [InlineData("", null, false)]
    public void A_code_is_a_capability_or_has_the_shape_of_the_national_standard(string code, int? goodsClass, bool sound) =>
        Assert.Equal(sound, new ResourceType { Code = code, UnitOfMeasure = "boat", GoodsClass = goodsClass }.Fault() is null);

    [Theory]
    [InlineData("cn-default")]
    [InlineData("nims")]
    public void Every_shipped_package_has_a_sound_catalogue_and_every_clock_of_the_service(string name)
    {
        var package = Coordination.Platform.PackageReader.Read(name);
        var catalogue = new ResourceCatalogue(package);
        Assert.NotEmpty(catalogue.Settings.Types);
        Assert.NotNull(catalogue.Find("no-such-type").Refusal);
        string[] keys =
        [
            "request.review", "request.need-by", "lease.hold", "fill.commit", "fill.mobilise", "fill.arrival", "fill.status", "fill.extension-answer",
            "stock.near-expiry", "stock.expiry", "requisition.return", "requisition.contact-retention",
        ];
        Assert.All(keys, k => Assert.NotNull(package.Clock(k, new())));
        Assert.Equal(15, package.Clock("request.review", new(Level: "II")).Duration);
        Assert.Equal(60, package.Clock("request.review", new(Level: "III")).Duration);
        Assert.Equal(15, package.Clock("fill.mobilise", new()).Duration);
        Assert.Equal(30, package.Clock("lease.hold", new()).Duration);
    }
}
