using Coordination.Contracts.Events;
using Coordination.Resources.Asks;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

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

    /// <summary>Invariants: never more offered than asked, never less than nothing; a version grows by one with every decision and only then.</summary>
    [Fact]
    public void However_an_ask_is_answered_it_stays_true()
    {
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Choose(0, 99).ListOf().ToArbitrary(), commands =>
        {
            var ask = Received();
            foreach (var c in commands)
            {
                var (version, state) = (ask.Version, ask.State);
                if (c % 5 < 3)
                {
                    var taken = (c < 90 ? ask.Answer(1 + (c % 9)) : c % 2 == 0 ? ask.Decline() : ask.Withdraw()) is null;
                    if (ask.Version != (taken ? version + 1 : version)) return false;
                }
                else ask.TakeBack(Math.Min(c % 9, ask.Offered));
                if (ask.Offered < 0 || ask.Offered > ask.Quantity || (ask.State != state && !Ask.Life.Allows(state, ask.State))) return false;
            }
            return true;
        }));
    }

    private static Ask Received() => Ask.Receive(new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, "city", "neighbour", AskRelation.Peer, RmMessage.RequestResource,
        "assault-boat", 18, "boat", MissionKind.Evacuation, Needs.T0.AddHours(6), Needs.T0), null);
}
