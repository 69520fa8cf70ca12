using Coordination.Command.Plans;
using Coordination.Contracts.Events;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Plans;

public sealed class EventPlanTests
{
    private static readonly DateTimeOffset T0 = new(2026, 10, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly KnownEvent Filed = new() { Id = Guid.CreateVersion7(), State = EventNoticeState.Acknowledged, Capacity = 2000, StartsAt = T0, EndsAt = T0.AddHours(6) };
    private static readonly MajorEvent Fair = new(
        Filed.Id, T0.AddHours(-2), T0.AddHours(7), "Two gates north, one south", 1800, 2000,
        [new("stewards", EventPostKind.Stewards, "North gate", "Keeps the passage free")], [new("North gate", "Car park", 120)]);

    private static Plan Planned(PlanKind kind = PlanKind.MajorEvent, Guid? of = null)
    {
        var plan = Plan.Found(Guid.CreateVersion7(), null, "Lantern fair", kind, PlanTier.Site, DrillDuty.HighRiskUnit, "440303", "mall", null, kind == PlanKind.MajorEvent ? of ?? Filed.Id : null);
        return plan;
    }

    [Fact]
    public void A_plan_of_an_event_and_no_other_says_which_event_it_is_for_and_stays_with_it()
    {
        Assert.Null(Planned().Misfits(Fair));
        Assert.Null(Planned(PlanKind.Fire).Misfits(null));
        Machine.Refused(Planned().Misfits(null), "required");
        Machine.Refused(Planned(PlanKind.Fire).Misfits(Fair), "not-an-event-plan");
        Machine.Refused(Planned(of: Guid.CreateVersion7()).Misfits(Fair), "another-event");
        Machine.Refused(Planned().Misfits(Fair with { To = Fair.From }), "ends-before-start");
    }

    [Fact]
    public void It_fits_the_event_as_its_operator_filed_it()
    {
        Assert.Null(Fair.Unfit(Filed, T0));
        Machine.Refused(Fair.Unfit(null, T0), "unknown-event-notice");
        Machine.Refused(Fair.Unfit(new() { State = EventNoticeState.Withdrawn }, T0), "event-over");
        Machine.Refused(Fair.Unfit(new() { State = EventNoticeState.Ended }, T0), "event-over");
        Machine.Refused(Fair.Unfit(Filed, Filed.EndsAt), "event-over");
        Machine.Refused((Fair with { From = T0.AddMinutes(1) }).Unfit(Filed, T0), "event-not-covered");
        Machine.Refused((Fair with { To = T0.AddHours(5) }).Unfit(Filed, T0), "event-not-covered");
        Machine.Refused((Fair with { Capacity = 2001 }).Unfit(Filed, T0), "over-venue-capacity");
        Machine.Refused(Fair.Unsafe([2]), "post-not-placeable");
    }

    [Fact]
    public void Never_are_more_expected_than_fit_in() => Prop.ForAll(Gen.Choose(1, 4000).Zip(Gen.Choose(1, 2000)).ToArbitrary(), of =>
    {
        var (expected, capacity) = of;
        var plan = Fair with { ExpectedAttendance = expected, Capacity = capacity };
        return plan.Unfit(Filed, T0) is null && plan.Unsafe([])?.Rule == (expected > capacity ? "expected-over-capacity" : null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_of_it_holds_a_telephone_number()
    {
        const string Number = "138 0013 8000";
        Machine.Refused((Fair with { SitePlan = Number }).Fault(), "telephone-number");
        Machine.Refused((Fair with { Posts = [Fair.Posts[0] with { Work = Number }] }).Fault(), "telephone-number");
        Machine.Refused((Fair with { Posts = [Fair.Posts[0] with { Place = Number }] }).Fault(), "telephone-number");
        Machine.Refused((Fair with { Posts = [Fair.Posts[0] with { Agency = "Mr Li" }] }).Fault(), "code");
        Assert.Null((Fair with { SitePlan = "Rooms 101/102/103 are for first aid" }).Fault());
    }

    [Fact]
    public void It_is_reviewed_once_after_the_event_by_who_made_it()
    {
        var plan = Planned();
        var review = new ReviewEventPlan(1700, ["Two exits were enough"]);
        Machine.Refused(plan.ReviewEvent("other", review, Fair, Filed, T0.AddDays(1)), "not-the-owner");
        Machine.Refused(plan.ReviewEvent("mall", review, null, Filed, T0.AddDays(1)), "no-event-plan-in-force");
        Machine.Refused(plan.ReviewEvent("mall", review, Fair, Filed, T0.AddHours(5)), "event-not-held");
        Machine.Refused(plan.ReviewEvent("mall", review, Fair, new() { State = EventNoticeState.Withdrawn, StartsAt = T0, EndsAt = T0.AddHours(4) }, T0.AddDays(1)), "event-not-held");
        Assert.False(new KnownEvent { State = EventNoticeState.Withdrawn, StartsAt = T0, ChangedAt = T0.AddHours(5) }.IsCalledOff);
        Assert.Null(plan.ReviewEvent("mall", review, Fair, Filed, T0.AddHours(6)));
        Assert.Equal((1700, 1800), (plan.EventReview!.MostPresent, plan.EventReview.Expected));
        Machine.Refused(plan.ReviewEvent("mall", review, Fair, Filed, T0.AddDays(1)), "already-reviewed");
    }

    /// <summary>What is filed and planned has no room for who comes, why, or who organises.</summary>
    [Fact]
    public void There_is_no_room_for_a_person_or_a_purpose()
    {
        Assert.Equal(["EventNoticeId", "From", "To", "SitePlan", "ExpectedAttendance", "Capacity", "Posts", "Routes"], typeof(MajorEvent).GetConstructors()[0].GetParameters().Select(p => p.Name!));
        Assert.Equal(["Agency", "Kind", "Place", "Work"], typeof(EventPost).GetConstructors()[0].GetParameters().Select(p => p.Name!));
        Assert.Equal(["Lead", "Stewards", "FirstAid", "FireWatch", "Traffic", "Technical", "Information"], Enum.GetNames<EventPostKind>());
    }
}
