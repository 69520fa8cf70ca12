using Coordination.Command.Notices;
using Coordination.Contracts;

namespace Coordination.Tests.Unit.Command.Notices;

public sealed class NoticeReceiptTests
{
    private static readonly DateTimeOffset T0 = NoticeTests.T0;

    private static readonly string[] Bodies = ["downstream", "township", "county", "city"];

    private static NoticeReceipt Sent() => NoticeReceipt.To(NoticeTests.Issued(), "downstream");

    [Fact]
    public void The_table_of_a_receipt_is_this_one() => Machine.HasTable(NoticeReceipt.Life, """
        Sent: Received Unanswered
        Received: Sent
        Unanswered: Received Sent
        """);

    [Fact]
    public void Whatever_happens_a_receipt_keeps_to_its_table() => Machine.Keeps(
        Sent, NoticeReceipt.Life, r => r.State, r => r.Version,
        r => r.State == NoticeReceiptState.Received == r.ReceivedAt is not null && r.ReceivedAt is null == r.ReceivedAs is null && (r.State != NoticeReceiptState.Unanswered || r.UnansweredAt is not null)
            && r.Superiors.Distinct().Count() == r.Superiors.Count && !r.Superiors.Contains(r.Recipient) && (r.TakenOverAt is null || r.Superiors.Count > 0)
            && r.Superiors.TrueForAll(s => Addressed.Has(r.Audience, s)) && (r.State != NoticeReceiptState.Sent || r.Superiors.Count == 0)
            && r.SentAt <= r.NewestAt && (r.ReceivedAt is null || r.ReceivedAt >= r.NewestAt),
        (r, n) => r.Receive(Bodies[n % 5 == 0 ? 1 : 0], Roles.DutyOfficer, r.Revision - (n % 4 == 0 ? 1 : 0), T0.AddMinutes(n % 60)), (r, n) => r.Miss(T0.AddMinutes(n % 60), n % 3 == 0 ? null : "township"),
        (r, n) => n % 5 == 0 ? r.SendAgain(r.Revision + (n % 3), T0) : null, (r, n) => r.PassUp(Bodies[n % 4]), (r, n) => r.TakeOver(Bodies[n % 4], T0.AddMinutes(n % 60)));

    [Fact]
    public void A_receipt_for_an_older_text_is_none_for_the_newest()
    {
        var receipt = Sent();
        Assert.Null(receipt.SendAgain(2, T0.AddMinutes(4)));
        Machine.Refused(receipt.Receive("downstream", Roles.Commander, 1, T0.AddMinutes(5)), "another-revision");
        Assert.Null(receipt.Receive("downstream", Roles.Commander, 2, T0.AddMinutes(5)));
        Assert.Equal((Roles.Commander, T0.AddMinutes(5)), (receipt.ReceivedAs, receipt.ReceivedAt));
        Machine.Refused(receipt.SendAgain(2, T0.AddMinutes(6)), "another-revision");
        Assert.Null(receipt.SendAgain(3, T0.AddMinutes(6)));
        Assert.Equal((NoticeReceiptState.Sent, 3, T0.AddMinutes(6), null), (receipt.State, receipt.Revision, receipt.SentAt, receipt.ReceivedAs));
    }

    [Fact]
    public void A_newer_text_gives_no_more_time_to_who_has_not_acknowledged_the_one_before()
    {
        var receipt = Sent();
        Assert.Null(receipt.SendAgain(2, T0.AddMinutes(9)));
        Assert.Equal((NoticeReceiptState.Sent, 2, T0), (receipt.State, receipt.Revision, receipt.SentAt));
        Machine.Refused(receipt.Receive("downstream", Roles.DutyOfficer, 2, T0.AddMinutes(8)), "out-of-order");
        Assert.Null(receipt.Receive("downstream", Roles.DutyOfficer, 2, T0.AddMinutes(9)));
    }

    [Fact]
    public void Only_the_one_who_was_notified_acknowledges_once_and_not_before_it_was_sent()
    {
        var receipt = Sent();
        Machine.Refused(receipt.Receive("water", Roles.DutyOfficer, 1, T0), "not-the-recipient");
        Machine.Refused(receipt.Receive("downstream", Roles.DutyOfficer, 1, T0.AddTicks(-10)), "out-of-order");
        Assert.Null(receipt.Receive("downstream", Roles.DutyOfficer, 1, T0));
        Machine.Refused(receipt.Receive("downstream", Roles.DutyOfficer, 1, T0), "illegal-transition");
        Machine.Refused(receipt.Miss(T0.AddMinutes(10)), "illegal-transition");
    }

    [Fact]
    public void Silence_goes_up_from_one_superior_to_the_next_until_one_takes_it_over()
    {
        var receipt = Sent();
        Machine.Refused(receipt.PassUp("county"), "already-answered");
        Assert.Null(receipt.Miss(T0.AddMinutes(10), "township"));
        Machine.Refused(receipt.TakeOver("county", T0.AddMinutes(11)), "not-the-recipient");
        Assert.Null(receipt.PassUp("county"));
        Machine.Refused(receipt.PassUp("township"), "nobody-left");
        Machine.Refused(receipt.PassUp("downstream"), "nobody-left");
        Assert.Null(receipt.TakeOver("township", T0.AddMinutes(21)));
        Machine.Refused(receipt.PassUp("city"), "already-answered");
        Machine.Refused(receipt.TakeOver("county", T0.AddMinutes(22)), "already-answered");
        Assert.Null(receipt.Receive("downstream", Roles.Integration, 1, T0.AddMinutes(40)));
        Assert.Null(receipt.SendAgain(2, T0.AddHours(1)));
        Assert.Equal((0, null, false), (receipt.Superiors.Count, receipt.TakenOverAt, Addressed.Has(receipt.Audience, "township")));
    }
}
