using Coordination.Contracts.Events;
using Coordination.PublicInformation.Alerts;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class AlertTests
{
    [Fact]
    public void The_table_of_an_alert_is_this_one() => Machine.HasTable(Alert.Life, """
        Draft: Approved
        Approved: Issued
        Issued: Updated Cancelled Expired
        """);

    [Fact]
    public void Whatever_is_decided_an_alert_keeps_to_its_table() => Machine.Keeps(
        () => Draft(), Alert.Life, a => a.State, a => a.Version,
        a => (a.Approver is null || a.Approver != a.Author) && a.Sent is null == a.State < AlertState.Issued && a.EndedAt is null == a.State <= AlertState.Issued
            && (a.State is not (AlertState.Updated or AlertState.Cancelled) || a.EndedBy is not null),
        (a, n) => a.Approve(n % 2 == 0 ? "ann" : "bob", T0),
        (a, n) => a.Issue(null, T0, T0.AddMinutes((n % 3) - 1)),
        (a, n) => n % 4 == 0 ? Successor(a, AlertMessageType.Update)?.Issue(a, T0, T0.AddHours(1)) : null,
        (a, n) => n % 4 == 1 ? Successor(a, AlertMessageType.Cancel)?.Issue(a, T0, T0.AddHours(1)) : null,
        (a, n) => n % 4 == 2 ? a.Expire(T0.AddHours(1)) : null);

    private static Alert? Successor(Alert a, AlertMessageType type)
    {
        var (next, _) = Write(Request(type, a.Id), a);
        next?.Approve("bob", T0);
        return next;
    }

    [Fact]
    public void Nobody_approves_their_own_alert()
    {
        var alert = Draft();
        Machine.Refused(alert.Approve("ann", T0), "approver-is-author");
        Assert.Null(alert.Approve("bob", T0));
    }

    [Fact]
    public void An_alert_that_ran_out_before_it_was_issued_is_not_issued()
    {
        var alert = Draft();
        Assert.Null(alert.Approve("bob", T0));
        Machine.Refused(alert.Issue(null, T0, T0), "alert-expired");
    }

    [Fact]
    public void A_cancellation_ends_its_alert_and_says_which_message_did()
    {
        var alert = Issued();
        var cancel = Issued(T0.AddMinutes(50), references: alert, type: AlertMessageType.Cancel);
        Assert.Equal((AlertState.Cancelled, cancel.Id, T0.AddMinutes(50)), (alert.State, alert.EndedBy, alert.EndedAt));
    }

    [Fact]
    public void A_cancelled_alert_does_not_run_out_as_well()
    {
        var alert = Issued();
        Issued(T0.AddMinutes(50), references: alert, type: AlertMessageType.Cancel);
        Machine.Refused(alert.Expire(T0.AddMinutes(60)), "illegal-transition");
    }

    [Fact]
    public void Of_two_updates_of_one_alert_the_second_is_refused_and_changes_nothing()
    {
        var alert = Issued();
        var second = Write(Request(AlertMessageType.Update, alert.Id), alert).Alert!;
        Assert.Null(second.Approve("bob", T0));
        Issued(T0.AddMinutes(5), references: alert, type: AlertMessageType.Update);
        var refused = second.Issue(alert, T0.AddMinutes(6), T0.AddHours(1));
        Machine.Refused(refused, "already-ended");
        Assert.Equal(409, refused!.Status);
        Assert.Contains($"{alert.EndedBy}", refused.Detail, StringComparison.Ordinal);
        Assert.Equal((AlertState.Approved, AlertState.Updated), (second.State, alert.State));
    }

    [Fact]
    public void An_update_names_every_message_of_its_chain_that_has_not_run_out()
    {
        var first = Issued();
        var second = Issued(T0.AddMinutes(30), references: first, type: AlertMessageType.Update);
        var third = Issued(T0.AddMinutes(59), references: second, type: AlertMessageType.Update);
        Assert.Equal([first.Id, second.Id], third.Chain.Select(r => r.Id));
        var fourth = Issued(T0.AddMinutes(61), references: third, type: AlertMessageType.Cancel);
        Assert.Equal([second.Id, third.Id], fourth.Chain.Select(r => r.Id));
    }

    [Fact]
    public void An_update_refers_to_an_alert_in_force_and_a_new_alert_to_none()
    {
        var draft = Draft();
        Machine.Refused(Write(Request(AlertMessageType.Update)).Refusal, "references-required");
        Machine.Refused(Write(Request(AlertMessageType.Update, draft.Id), draft).Refusal, "references-required");
        Machine.Refused(Write(Request(AlertMessageType.Alert, draft.Id), draft).Refusal, "references");
    }

    [Fact]
    public void A_cancellation_is_final()
    {
        var cancel = Issued(references: Issued(), type: AlertMessageType.Cancel);
        Machine.Refused(Write(Request(AlertMessageType.Update, cancel.Id), cancel).Refusal, "references-required");
    }

    [Fact]
    public void Only_who_sent_an_alert_cancels_it()
    {
        var alert = Issued();
        Machine.Refused(Write(Request(AlertMessageType.Cancel, alert.Id), alert, "futian@shenzhen").Refusal, "not-the-sender");
    }
}
