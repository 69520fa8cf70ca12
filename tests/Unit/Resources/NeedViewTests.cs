using Coordination.Contracts.Events;
using Coordination.Resources.Requests;
using static Coordination.Tests.Unit.Resources.Needs;

namespace Coordination.Tests.Unit.Resources;

/// <summary>The table of docs/adr/0007: the Request states of domain.md C3 as views.</summary>
public sealed class NeedViewTests
{
    [Theory]
    [InlineData(LineState.Draft, NeedState.Draft)]
    [InlineData(LineState.Submitted, NeedState.Submitted)]
    [InlineData(LineState.Returned, NeedState.Reviewing)]
    [InlineData(LineState.Denied, NeedState.Rejected)]
    [InlineData(LineState.Cancelled, NeedState.Cancelled)]
    [InlineData(LineState.Expired, NeedState.Expired)]
    [InlineData(LineState.Closed, NeedState.Closed)]
    public void A_request_of_one_line_is_seen_as(LineState line, NeedState view) => Assert.Equal([view], NeedViews.Of([Line(state: line)]));

    [Fact]
    public void Review_has_begun_when_one_line_is_decided_and_another_is_not() =>
        Assert.Equal([NeedState.Reviewing], NeedViews.Of([Decided(40), Line(2, state: LineState.Submitted)]));

    [Fact]
    public void All_of_it_approved_is_approved_and_less_is_partly_approved()
    {
        Assert.Equal([NeedState.Approved], NeedViews.Of([Decided(40)]));
        Assert.Equal([NeedState.PartlyApproved], NeedViews.Of([Decided(22)]));
        Assert.Equal([NeedState.PartlyApproved], NeedViews.Of([Decided(40), Line(2, state: LineState.Denied)]));
        Assert.Equal([NeedState.Rejected], NeedViews.Of([Line(1, state: LineState.Denied), Line(2, state: LineState.Denied)]));
    }

    [Fact]
    public void Asking_a_peer_or_a_superior_shows_beside_the_approval()
    {
        var line = Decided(22);
        line.Asks.Add(Ask("city", AskRelation.Own));
        line.Asks.Add(Ask());
        line.Asks.Add(Ask("province", AskRelation.Up));
        line.Derive();
        Assert.Equal([NeedState.PartlyApproved, NeedState.ForwardedUp, NeedState.ForwardedPeer], NeedViews.Of([line]));
    }

    [Theory]
    [InlineData(FillState.Offered, null)]
    [InlineData(FillState.Selected, NeedState.Sourced)]
    [InlineData(FillState.Ordered, NeedState.Sourced)]
    [InlineData(FillState.Committed, NeedState.Fulfilling)]
    [InlineData(FillState.EnRoute, NeedState.Fulfilling)]
    [InlineData(FillState.Staged, NeedState.Fulfilled)]
    [InlineData(FillState.Returned, NeedState.Fulfilled)]
    [InlineData(FillState.Recalled, null)]
    public void Fills_of_the_whole_quantity_show_as(FillState fill, NeedState? view)
    {
        var line = Decided(40);
        line.Count(Tally(fill, 40));
        Assert.Equal(view is null ? [NeedState.Approved] : [NeedState.Approved, view.Value], NeedViews.Of([line]));
    }

    [Fact]
    public void Part_of_it_on_scene_is_still_being_fulfilled()
    {
        var line = Decided(40);
        line.Count(Tally(FillState.Staged, 22));
        line.Count(Tally(FillState.Offered, 18));
        Assert.Equal([NeedState.Approved, NeedState.Fulfilling], NeedViews.Of([line]));
    }

    [Fact]
    public void An_ask_shows_the_mutual_aid_of_its_furthest_living_answer()
    {
        var (line, ask) = (Decided(40), Ask());
        line.Asks.Add(ask);
        Assert.Equal(MutualAidState.Requested, line.MutualAidOf(ask.AskId));
        line.Count(Tally(FillState.Declined, 18) with { AskId = ask.AskId });
        Assert.Equal(MutualAidState.Declined, line.MutualAidOf(ask.AskId));
        line.Count(Tally(FillState.Offered, 6) with { AskId = ask.AskId, IsPriced = true });
        Assert.Equal(MutualAidState.Quoted, line.MutualAidOf(ask.AskId));
        line.Count(Tally(FillState.EnRoute, 6) with { AskId = ask.AskId });
        Assert.Equal(MutualAidState.Deployed, line.MutualAidOf(ask.AskId));
    }

    private static Line Decided(int approved)
    {
        var line = Line(state: LineState.Approved);
        line.Approved = approved;
        return line;
    }
}
