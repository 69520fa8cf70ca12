using Coordination.Contracts.Events;
using Coordination.Intake.EventNotices;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class EventNoticeTests
{
    private const string Mall = "dongmen-mall";

    [Fact]
    public void An_event_notice_takes_exactly_these_ways() => Machine.HasTable(EventNotice.Life, """
        Filed: Acknowledged Withdrawn
        Acknowledged: Ended Withdrawn
        """);

    [Fact]
    public void Whatever_is_asked_of_a_notice_it_keeps_its_promises() => Machine.Keeps(
        () => File(5000), EventNotice.Life, n => n.State, n => n.Version,
        n => n.Warnings.Contains(NoticeWarning.MissingPermit) == (n.Permit is null),
        (n, _) => n.Acknowledge(),
        (n, k) => n.End(k % 3 == 0 ? "other" : Mall, T0.AddDays(k % 40)),
        (n, k) => k % 9 == 0 ? n.Withdraw(k % 2 == 0 ? "other" : Mall) : n.Acknowledge(),
        (n, k) => n.AttachPermit(k % 3 == 0 ? "other" : Mall, new Permit("GA-1", T0, T0.AddDays((k % 4) - 1)), Shipped.EventNotices));

    [Fact]
    public void A_thousand_people_without_a_licence_are_pointed_out_and_the_notice_is_taken()
    {
        Assert.Contains(NoticeWarning.MissingPermit, File(1000).Warnings);
        Assert.DoesNotContain(NoticeWarning.MissingPermit, File(999).Warnings);
    }

    [Fact]
    public void A_licence_in_time_leaves_nothing_to_point_out()
    {
        var notice = File(1500, days: 30);
        Assert.Equal([NoticeWarning.MissingPermit], notice.Warnings);
        Assert.Null(notice.AttachPermit(Mall, new Permit("GA-1", T0), Shipped.EventNotices));
        Assert.Equal([NoticeWarning.PermitPending], notice.Warnings);
        Assert.Null(notice.AttachPermit(Mall, new Permit("GA-1", T0, T0.AddDays(7)), Shipped.EventNotices));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void Fewer_than_twenty_days_before_is_late()
    {
        Assert.Contains(NoticeWarning.FiledLate, File(1500, days: 10).Warnings);
        Assert.DoesNotContain(NoticeWarning.FiledLate, File(1500, days: 20).Warnings);
        Assert.DoesNotContain(NoticeWarning.FiledLate, File(500, days: 1).Warnings);
    }

    [Fact]
    public void More_people_than_the_venue_holds_are_pointed_out() => Assert.Contains(NoticeWarning.OverCapacity, File(2001).Warnings);

    [Fact]
    public void A_notice_is_filed_before_the_event_and_the_event_ends_after_it_starts()
    {
        Machine.Refused(EventNotice.File(New() with { StartsAt = T0 }, Shipped.EventNotices, T0).Refusal, "not-ahead");
        Machine.Refused(EventNotice.File(New() with { EndsAt = T0.AddDays(1) }, Shipped.EventNotices, T0).Refusal, "ends-before-start");
        Machine.Refused(EventNotice.File(New() with { Permit = new("GA-1", T0, T0.AddDays(-1)) }, Shipped.EventNotices, T0).Refusal, "granted-before-applied");
        Machine.Refused(EventNotice.File(New() with { Permit = new("licence of Mr Li", T0) }, Shipped.EventNotices, T0).Refusal, "code");
    }

    [Fact]
    public void Only_the_operator_changes_its_notice()
    {
        var notice = File(500);
        Machine.Refused(notice.Withdraw("other"), "not-operator");
        Machine.Refused(notice.AttachPermit("other", new("GA-1", T0), Shipped.EventNotices), "not-operator");
        Machine.Refused(notice.End(Mall, T0), "not-started");
    }

    [Fact]
    public void There_is_no_kind_for_an_assembly()
    {
        Assert.Equal(["CommercialPromotion", "TradeFair", "Sport", "Performance", "Festival"], Enum.GetNames<EventNoticeKind>());
        Assert.DoesNotContain(typeof(FileEventNotice).GetProperties(), p => p.Name is "Purpose" or "Participants" or "Organiser" or "Organisers" or "Members" or "Title" or "Topic");
    }

    private static NewEventNotice New(int people = 500, int days = 30) => new(
        Guid.CreateVersion7(), null, EventNoticeKind.CommercialPromotion, VenueKind.ShoppingStreet, Mall, Place(), people, 2000, T0.AddDays(days), T0.AddDays(days + 1), null);

    private static EventNotice File(int people, int days = 30) => EventNotice.File(New(people, days), Shipped.EventNotices, T0).Notice!;
}
