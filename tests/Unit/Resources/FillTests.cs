using Coordination.Contracts.Events;
using Coordination.Resources.Fills;
using static Coordination.Contracts.Events.FillState;
using static Coordination.Tests.Unit.Resources.Fills;

namespace Coordination.Tests.Unit.Resources;

public sealed class FillTests
{
    /// <summary>peers.md part 3, FILL; every pair that is not here is refused.</summary>
    private static readonly Dictionary<FillState, FillState[]> Table = new()
    {
        [Offered] = [Countered, Declined, Lapsed, Selected, Recalled],
        [Countered] = [Offered, Declined, Lapsed, Recalled],
        [Selected] = [Ordered, Lapsed, Recalled],
        [Ordered] = [Committed, Declined, Recalled],
        [Committed] = [Mobilizing, Recalled],
        [Mobilizing] = [EnRoute, Staged, Recalled],
        [EnRoute] = [Staged, ReleasePending],
        [Staged] = [Assigned, ReleasePending],
        [Assigned] = [Reassigned, OutOfService, ExtensionPending, ReturnPending, ReleasePending],
        [Reassigned] = [Assigned, OutOfService, ReleasePending],
        [OutOfService] = [Assigned, ReleasePending],
        [ExtensionPending] = [Assigned],
        [ReturnPending] = [ReleasePending, Assigned],
        [ReleasePending] = [Demobilizing],
        [Demobilizing] = [Returned],
        [Returned] = [ReimbursementOpen, Closed],
        [ReimbursementOpen] = [Claimed],
        [Claimed] = [Disputed, Settled],
        [Disputed] = [Settled],
        [Settled] = [Closed],
    };

    [Fact]
    public void The_table_of_a_fill_is_this_one()
    {
        foreach (var from in Enum.GetValues<FillState>())
            foreach (var to in Enum.GetValues<FillState>())
                Assert.Equal(Table.TryGetValue(from, out var next) && next.Contains(to), FillRules.Life.Allows(from, to));
    }

    /// <summary>What only was offered, or has ended, lets nobody look at what the other party does.</summary>
    [Fact]
    public void A_fill_is_engaged_from_the_commitment_until_it_is_home_and_neither_before_nor_after()
    {
        FillState[] not = [Offered, Countered, Selected, Ordered, Returned, ReimbursementOpen, Claimed, Disputed, Settled, Closed, Declined, Lapsed, Recalled];
        Assert.Equal(Enum.GetValues<FillState>().Except(not), FillRules.Engaged);
        foreach (var state in Enum.GetValues<FillState>()) Assert.Equal(!not.Contains(state), FillRules.IsEngaged(state));
    }

    [Fact]
    public void Every_step_from_every_state_either_follows_the_table_or_is_refused_and_changes_nothing()
    {
        foreach (var state in Enum.GetValues<FillState>())
            foreach (var step in Enum.GetValues<FillStep>())
            {
                var fill = In(state);
                var before = Picture(fill);
                var refused = fill.Take(Step(step, 2)) is not null;
                if (refused) Assert.Equal(before, Picture(fill));
                else Assert.True(fill.State == state || Table[state].Contains(fill.State), $"{state} --{step}--> {fill.State}");
                var legal = FillRules.Allows(step, state) || (step == FillStep.Cancel && FillRules.Allows(FillStep.Release, state));
                if (!legal) Assert.True(refused, $"{step} from {state} was taken");
            }
    }

    [Theory]
    [InlineData(FillStep.Commit)]
    [InlineData(FillStep.Decline)]
    [InlineData(FillStep.Mobilize)]
    [InlineData(FillStep.Depart)]
    public void Only_the_owner_commits_declines_and_moves_it(FillStep step)
    {
        Assert.Equal(FillSide.Supplier, FillRules.Of(step).Mover);
        Assert.Equal("wrong-party", In(Ordered).Take(Step(step) with { By = FillSide.Requester })!.Rule);
    }

    [Theory]
    [InlineData(FillStep.Select)]
    [InlineData(FillStep.Order)]
    [InlineData(FillStep.Release)]
    [InlineData(FillStep.CheckIn)]
    public void Only_the_requester_selects_orders_checks_in_and_releases(FillStep step)
    {
        Assert.Equal(FillSide.Requester, FillRules.Of(step).Mover);
        Assert.Equal("wrong-party", In(Offered).Take(Step(step) with { By = FillSide.Supplier })!.Rule);
    }

    [Fact]
    public void Every_step_from_departure_on_keeps_a_fill_from_being_called_back()
    {
        foreach (var state in Enum.GetValues<FillState>().Where(FillRules.IsDeployed))
            Assert.False(FillRules.Life.Allows(state, Recalled));
    }

    [Fact]
    public void After_departure_a_cancel_becomes_a_release()
    {
        var fill = In(EnRoute);
        Assert.Null(fill.Take(Step(FillStep.Cancel)));
        Assert.Equal(ReleasePending, fill.State);
    }

    [Fact]
    public void A_provisional_offer_must_be_made_firm_before_it_is_chosen()
    {
        var fill = Fill.Open(Offer(response: RmResponse.Provisional), FillSide.Requester, null);
        Assert.Equal("provisional-offer", fill.Take(Step(FillStep.Select))!.Rule);
        Assert.Null(fill.Take(Step(FillStep.Firm)));
        Assert.Null(fill.Take(Step(FillStep.Select)));
        Assert.Equal("already-firm", In(Offered).Take(Step(FillStep.Firm))!.Rule);
    }

    [Fact]
    public void An_offer_is_not_chosen_after_its_time() => Assert.Equal("offer-lapsed", In(Offered).Take(Step(FillStep.Select, 31))!.Rule);

    [Fact]
    public void No_more_is_ordered_than_offered() =>
        Assert.Equal("more-than-offered", In(Selected).Take(Step(FillStep.Order) with { Quantity = 7 })!.Rule);

    [Fact]
    public void Fewer_may_be_ordered_than_offered()
    {
        var fill = In(Selected);
        Assert.Null(fill.Take(Step(FillStep.Order) with { Quantity = 4 }));
        Assert.Equal(4, fill.Quantity);
    }

    [Theory]
    [InlineData(FillStep.Reject, Offered)]
    [InlineData(FillStep.Decline, Ordered)]
    [InlineData(FillStep.Cancel, Committed)]
    [InlineData(FillStep.Withdraw, Committed)]
    [InlineData(FillStep.GoOutOfService, Assigned)]
    [InlineData(FillStep.RefuseReturn, ReturnPending)]
    [InlineData(FillStep.RefuseExtension, ExtensionPending)]
    public void Who_refuses_or_calls_back_says_why(FillStep step, FillState from) =>
        Assert.Equal("reason-required", In(from).Take(Step(step) with { Reason = null })!.Rule);

    [Fact]
    public void A_granted_extension_moves_the_end_and_a_refused_one_does_not()
    {
        var granted = In(ExtensionPending);
        Assert.Null(granted.Take(Step(FillStep.GrantExtension)));
        Assert.Equal(T0.AddDays(1), granted.AvailableUntil);
        var refused = In(ExtensionPending);
        Assert.Null(refused.Take(Step(FillStep.RefuseExtension)));
        Assert.Null(refused.AvailableUntil);
        Assert.Equal("not-longer", In(Assigned).Take(Step(FillStep.AskExtension) with { Until = T0 })!.Rule);
    }

    [Fact]
    public void A_priced_fill_is_not_closed_before_its_cost_is_settled()
    {
        Assert.Equal("cost-open", In(Returned, price: 500).Take(Step(FillStep.Close))!.Rule);
        Assert.Null(In(Returned).Take(Step(FillStep.Close)));
    }

    [Fact]
    public void A_claim_names_its_amount() => Assert.Equal("amount-required", In(ReimbursementOpen).Take(Step(FillStep.Claim) with { AmountMinor = null })!.Rule);

    [Fact]
    public void Nothing_happens_before_the_offer() => Assert.Equal("before-offer", In(Offered).Take(Step(FillStep.Select, -1))!.Rule);

    [Fact]
    public void A_late_report_of_departure_keeps_its_time_and_never_moves_the_fill_backward()
    {
        var fill = In(Mobilizing);
        Assert.Null(fill.Take(Step(FillStep.CheckIn, 20)));
        Assert.Null(fill.Take(Step(FillStep.Depart, 10)));
        Assert.Equal(Staged, fill.State);
        Assert.Equal(T0.AddMinutes(10), fill.DepartedAt);
        Assert.True(fill.Trail[^1].IsConflict);
        Assert.Equal("illegal-transition", fill.Take(Step(FillStep.Depart, 11))!.Rule);
    }

    [Fact]
    public void A_silent_fill_is_shown_as_stale_until_it_is_heard_of_again()
    {
        var fill = In(EnRoute);
        Assert.Null(fill.GoStale());
        Assert.Equal(EnRoute, fill.State);
        Assert.NotNull(fill.GoStale());
        Assert.Null(fill.Take(Step(FillStep.Report, 90)));
        Assert.False(fill.IsStale);
        Assert.NotNull(In(Committed).GoStale());
    }

    [Fact]
    public void The_thread_of_a_fill_never_changes_and_its_trail_is_one_chain()
    {
        var fill = In(Closed);
        Assert.Equal(fill.AskId, fill.ThreadId);
        Assert.Equal("", fill.Trail[0].PreviousHash);
        for (var i = 1; i < fill.Trail.Count; i++) Assert.Equal(fill.Trail[i - 1].Hash(), fill.Trail[i].PreviousHash);
    }

    [Fact]
    public void An_unsolicited_offer_serves_a_line_only_once_attached()
    {
        var fill = Fill.Open(Offer() with { AskId = null, RequestId = null, LineId = null }, FillSide.Requester, null);
        Assert.Equal("not-attached", fill.Take(Step(FillStep.Select))!.Rule);
        Assert.Null(fill.Attach(Guid.NewGuid(), Guid.NewGuid()));
        Assert.Equal("already-attached", fill.Attach(Guid.NewGuid(), Guid.NewGuid())!.Rule);
        Assert.Null(fill.Take(Step(FillStep.Select)));
    }
}
