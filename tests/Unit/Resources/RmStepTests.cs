using Coordination.Contracts.Events;
using Coordination.Resources.Fills;
using Coordination.Resources.Messages;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.Resources.Fills;

namespace Coordination.Tests.Unit.Resources;

/// <summary>What a message of EDXL-RM means for a fill, whatever state that is in.</summary>
public sealed class RmStepTests
{
    internal static readonly Guid Message = Guid.CreateVersion7();
    internal static readonly DateTimeOffset Now = T0.AddHours(1);

    internal static RmElement Said(int? quantity = null, RmResponse? how = null, string? status = null, RmQuantity? price = null, RmValue? reason = null, params RmSchedule[] times) => new("1")
    {
        Answer = how is { } h ? new("0", h, reason) : null,
        Resource = new(null, "Boat", null, null, status is null ? null : new(new(RmNames.DeploymentStatus, status), null)),
        Assignment = quantity is null && price is null ? null : new(quantity is { } q ? new(null, q) : null, Price: price),
        Schedules = times,
    };

    internal static RmStep Of(RmMessage kind, RmElement element, FillState state, FillSide side = FillSide.Supplier) => RmStep.Of(kind, element, In(state, side), Now, Message);

    internal static Arbitrary<(FillState State, FillSide Side, string Status)> Reports() => (
        from state in Gen.Elements(Enum.GetValues<FillState>())
        from side in Gen.Elements(FillSide.Requester, FillSide.Supplier)
        from status in Gen.Elements(Enum.GetNames<FillState>())
        select (state, side, status)).ToArbitrary();

    [Fact]
    public void No_message_takes_a_step_of_the_other_party()
    {
        Prop.ForAll(Gen.Elements(Enum.GetValues<RmMessage>()).Zip(Reports().Generator).ToArbitrary(), c =>
        {
            var (kind, report) = c;
            var moves = RmStep.Of(kind, Said(6, RmResponse.Accept, report.Status, times: new RmSchedule("RequestedReturnDeparture", Now.AddDays(3))), In(report.State, report.Side), Now, Message).Moves;
            return moves.All(m => FillRules.Of(m.Step).Mover is var mover && (mover == report.Side || kind != RmMessage.ReportResourceDeploymentStatus));
        }).QuickCheckThrowOnFailure();
        // Every kind finds a fill of its sender's side alone, and takes the steps of that side.
        Prop.ForAll(Gen.Elements(Enum.GetValues<RmMessage>()).Zip(Reports().Generator).ToArbitrary(), c =>
        {
            var (kind, report) = c;
            var (fill, fate) = new RmFollowed([], [In(report.State, report.Side)]).One(kind, Said());
            if (fill is null) return fate is { State: RmState.Held, Reason: RmReason.OtherParty };
            return RmStep.Of(kind, Said(6, RmResponse.Accept, report.Status, times: new RmSchedule("RequestedReturnDeparture", Now.AddDays(3))), fill, Now, Message).Moves.All(m => m.By == fill.Side);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_step_takes_a_fill_at_its_own_price_or_not_at_all()
    {
        foreach (var (kind, state, side) in ((RmMessage, FillState, FillSide)[])[(RmMessage.CommitResource, FillState.Ordered, FillSide.Supplier), (RmMessage.RequisitionResource, FillState.Offered, FillSide.Requester)])
        {
            Assert.Equal(RmReason.PriceWithoutOrder, Of(kind, Said(6, RmResponse.Accept, price: new(null, 70_000, new(RmNames.Minor, "CNY"))), state, side).Reason);
            Assert.Equal(RmReason.PriceUnclear, Of(kind, Said(6, RmResponse.Accept, price: new("about 500")), state, side).Reason);
            Assert.NotEmpty(Of(kind, Said(6, RmResponse.Accept), state, side).Moves);
        }
        // A price beside what binds nobody is no word about money.
        Assert.NotEmpty(Of(RmMessage.CommitResource, Said(6, RmResponse.Decline, price: new("about 500")), FillState.Ordered).Moves);
        Assert.NotEmpty(Of(RmMessage.ReportResourceDeploymentStatus, Said(6, status: "Mobilizing", price: new("about 500")), FillState.Committed).Moves);
    }

    [Fact]
    public void A_message_for_one_agency_means_nothing_that_is_anothers()
    {
        var followed = new RmFollowed([], [In(FillState.Offered)]);
        Assert.Null(followed.For(["nobody"]));
        Assert.Same(followed, followed.For([]));
        Assert.Single(followed.For([In(FillState.Offered).RequesterAgency, "nobody"])!.Fills);
    }

    [Theory]
    [InlineData(RmMessage.CommitResource, FillState.Ordered)]
    [InlineData(RmMessage.ReleaseResource, FillState.Assigned)]
    [InlineData(RmMessage.ReportResourceDeploymentStatus, FillState.Committed)]
    public void Another_number_than_the_fills_moves_nothing(RmMessage kind, FillState state)
    {
        Assert.Equal(RmReason.OtherQuantity, Of(kind, Said(3, RmResponse.Accept, "Mobilizing"), state).Reason);
        Assert.Equal(RmReason.QuantityUnclear, Of(kind, Said(how: RmResponse.Accept, status: "Mobilizing") with { Assignment = new(new("a few")) }, state).Reason);
        Assert.NotEmpty(Of(kind, Said(6, RmResponse.Accept, "Mobilizing"), state).Moves);
    }

    [Fact]
    public void An_order_is_of_so_many_as_it_says()
    {
        var step = Of(RmMessage.RequisitionResource, Said(2), FillState.Offered, FillSide.Requester);
        Assert.Equal([(FillStep.Select, null), (FillStep.Order, 2)], step.Moves.Select(m => (m.Step, m.Quantity)));
        Assert.Equal(RmReason.QuantityUnclear, Of(RmMessage.RequisitionResource, Said(), FillState.Offered, FillSide.Requester).Reason);
    }

    [Fact]
    public void A_price_is_an_amount_in_minor_units_with_its_currency()
    {
        Assert.Equal((50L, "CNY", true), RmStep.Price(Said(price: new(null, 50, new(RmNames.Minor, "CNY")))));
        Assert.Equal((null, null, true), RmStep.Price(Said()));
        foreach (var price in (RmQuantity[])[new("50"), new(null, 50), new(null, 50.5, new(RmNames.Minor, "CNY")), new(null, -1, new(RmNames.Minor, "CNY")), new(null, 50, new("urn:other", "CNY")), new(null, double.NaN, new(RmNames.Minor, "CNY"))])
            Assert.False(RmStep.Price(Said(price: price)).IsClear);
        Assert.Equal(RmReason.PriceUnclear, Of(RmMessage.ResponseToRequestQuote, Said(6, RmResponse.Accept), FillState.Countered).Reason);
    }

    [Fact]
    public void A_reason_of_ours_is_kept_and_any_other_is_the_plainest()
    {
        Assert.Equal(FillReason.CrewRest, Of(RmMessage.CommitResource, Said(how: RmResponse.Decline, reason: new(RmNames.Reasons, "CrewRest")), FillState.Ordered).Moves[0].Reason);
        Assert.Equal(FillReason.NotAvailable, Of(RmMessage.CommitResource, Said(how: RmResponse.Decline, reason: new("urn:other", "CrewRest")), FillState.Ordered).Moves[0].Reason);
        Assert.Equal(RmReason.ResponseUnclear, Of(RmMessage.CommitResource, Said(how: RmResponse.Provisional), FillState.Ordered).Reason);
    }

    [Fact]
    public void A_message_whose_time_is_over_keeps_its_digest_and_waits_no_more()
    {
        var message = RmRecord.Take(Guid.CreateVersion7(), null, "city", new("CommitResource", "m", T0, "t"), [], true, "digest", [1], T0);
        message.Forget();
        Assert.Equal((null, "digest", RmState.Held, RmReason.Forgotten), (message.Original, message.Sha256, message.State, message.Reason));
        var version = message.Version;
        message.Forget();
        Assert.Equal(version, message.Version);
    }
}
