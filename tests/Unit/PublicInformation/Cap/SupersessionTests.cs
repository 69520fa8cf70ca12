using Coordination.PublicInformation.Cap;
using static Coordination.Tests.Unit.PublicInformation.Cap.CapScene;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>What becomes of a message when others come.</summary>
public sealed class SupersessionTests
{
    private static readonly CapSuccessors Nobody = new(new Dictionary<string, List<string>>());

    [Fact]
    public void An_update_replaces_what_it_names_and_a_cancellation_ends_it()
    {
        var first = Message("a", 0);
        var second = Message("b", 10, CapMessageType.Update, [Named("a", 0)]);
        var third = Message("c", 20, CapMessageType.Cancel, [Named("b", 10)]);
        Meet([third, first, second], Nobody);
        Assert.Equal((CapState.Superseded, second.Id), (Supersession.StateAt(first, At(30)), first.EndedBy));
        Assert.Equal((CapState.Cancelled, third.Id), (Supersession.StateAt(second, At(30)), second.EndedBy));
        Assert.Equal(CapState.Active, Supersession.StateAt(first, At(5)));
    }

    [Fact]
    public void A_cancellation_that_comes_first_waits_for_its_alert()
    {
        var (cancel, alert) = (Message("c", 20, CapMessageType.Cancel, [Named("a", 0)]), Message("a", 0));
        Meet([cancel, alert], Nobody);
        Assert.Equal(CapState.Cancelled, Supersession.StateAt(alert, At(21)));
    }

    [Fact]
    public void What_ran_out_was_not_cancelled()
    {
        var (alert, cancel) = (Message("a", 0, expires: 10), Message("c", 20, CapMessageType.Cancel, [Named("a", 0)]));
        Meet([alert, cancel], Nobody);
        Assert.Equal(CapState.Expired, Supersession.StateAt(alert, At(30)));
    }

    [Fact]
    public void Until_an_update_takes_effect_what_it_replaces_stays_in_force()
    {
        var (alert, update) = (Message("a", 0), Message("b", 10, CapMessageType.Update, [Named("a", 0)], effective: 30));
        Meet([update, alert], Nobody);
        Assert.Equal((CapState.Active, CapState.NotYetEffective), (Supersession.StateAt(alert, At(20)), Supersession.StateAt(update, At(20))));
        Assert.Equal((CapState.Superseded, CapState.Active), (Supersession.StateAt(alert, At(30)), Supersession.StateAt(update, At(30))));
    }

    [Fact]
    public void An_update_that_is_cancelled_before_it_takes_effect_takes_nothing_away()
    {
        var (alert, update, cancel) = (Message("a", 0, expires: 100), Message("b", 10, CapMessageType.Update, [Named("a", 0)], effective: 40), Message("c", 20, CapMessageType.Cancel, [Named("b", 10)]));
        Meet([alert, update, cancel], Nobody);
        Assert.Equal((CapState.Active, CapState.Cancelled), (Supersession.StateAt(alert, At(50)), Supersession.StateAt(update, At(50))));
        Assert.Equal((At(100), null), (alert.EndsAt, alert.EndedBy));
    }

    [Fact]
    public void An_update_that_ends_before_it_begins_takes_nothing_away()
    {
        var (alert, update) = (Message("a", 0), Message("b", 10, CapMessageType.Update, [Named("a", 0)], effective: 40, expires: 30));
        Meet([update, alert], Nobody);
        Assert.Equal(CapState.Active, Supersession.StateAt(alert, At(50)));
    }

    [Fact]
    public void An_update_that_is_not_for_all_takes_nothing_away_that_is_and_a_cancellation_does()
    {
        var (alert, update, cancel) = (Message("a", 0), Message("b", 10, CapMessageType.Update, [Named("a", 0)], scope: CapScope.Restricted), Message("c", 20, CapMessageType.Cancel, [Named("a", 0)], scope: CapScope.Restricted));
        Meet([alert, update, cancel], Nobody);
        Assert.Equal((CapState.Active, CapState.Cancelled), (Supersession.StateAt(alert, At(15)), Supersession.StateAt(alert, At(25))));
    }

    [Fact]
    public void Of_two_branches_the_earlier_one_counts()
    {
        var (alert, late, early) = (Message("a", 0), Message("c", 20, CapMessageType.Cancel, [Named("a", 0)]), Message("b", 10, CapMessageType.Update, [Named("a", 0)]));
        Meet([alert, late, early], Nobody);
        Assert.Equal((CapState.Superseded, early.Id), (Supersession.StateAt(alert, At(30)), alert.EndedBy));
    }

    [Fact]
    public void Nobody_ends_the_alert_of_another_unless_the_package_names_him()
    {
        var (alert, foreign) = (Message("a", 0), Message("x", 10, CapMessageType.Cancel, [Named("a", 0)], sender: "other@example.org"));
        Meet([alert, foreign], Nobody);
        Assert.Equal(CapState.Active, Supersession.StateAt(alert, At(20)));
        Meet([alert, foreign], new(new Dictionary<string, List<string>> { ["met@example.org"] = ["other@example.org"] }));
        Assert.Equal(CapState.Cancelled, Supersession.StateAt(alert, At(20)));
    }

    [Fact]
    public void What_another_agency_brings_under_the_name_of_a_sender_ends_nothing_unless_a_trusted_key_signed_it()
    {
        var alert = Message("a", 0, agency: "fire");
        var (forged, signed) = (Message("c", 10, CapMessageType.Cancel, [Named("a", 0)], agency: "water"), Message("c", 10, CapMessageType.Cancel, [Named("a", 0)], agency: "water", isTrusted: true));
        Assert.False(alert.GiveWay(forged, Nobody));
        Assert.True(alert.GiveWay(signed, Nobody));
    }

    [Fact]
    public void An_exercise_ends_nothing_that_is_real()
    {
        var (alert, cancel) = (Message("a", 0), Message("c", 10, CapMessageType.Cancel, [Named("a", 0)], status: CapStatus.Exercise));
        Assert.False(alert.GiveWay(cancel, Nobody));
        Assert.False(cancel.IsShown);
    }

    [Fact]
    public void What_bears_this_region_s_name_and_comes_from_outside_is_nobody_s()
    {
        var (own, forged) = (Message("a", 0, sender: "county@region", isHere: true), Message("c", 10, CapMessageType.Cancel, [Named("a", 0, "county@region")], sender: "county@region"));
        Assert.False(own.GiveWay(forged, Nobody));
        Assert.Equal((false, CapState.Unusable), (forged.IsShown, Supersession.StateAt(forged, At(11))));
        Assert.Contains(forged.Findings, f => f.Rule == "sender-is-here");
    }
}
