using Coordination.Command.Orders;
using Coordination.Command.Plans;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Plans;

public sealed class PlanTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    internal static PlanContent Content(bool preAuthorised = false, params ChecklistItem[] items) => new(
        "Flood law", "Flood headquarters", "Watch, warn, evacuate", "30 boats", "Once a year", "First edition",
        items.Length > 0 ? items : [new(ChecklistPhase.Active, OrderKind.Rescue, "Send boats", "fire", AddresseeKind.Agency, "fire")], null, preAuthorised);

    internal static PlanVersion Draft(Guid? plan = null, int number = 1, PlanContent? content = null)
    {
        var (version, refusal) = PlanVersion.Draft(Guid.CreateVersion7(), null, plan ?? Guid.CreateVersion7(), number, content ?? Content(), null, "drafter");
        Assert.Null(refusal);
        return version!;
    }

    internal static PlanVersion InForce(PlanContent? content = null)
    {
        var version = Draft(content: content);
        Func<Refusal?>[] steps = [version.Consult, () => version.Submit(["water"]), () => version.Approve("approver", []), () => version.Issue(T0), () => version.File(T0), () => version.TakeForce(T0)];
        foreach (var step in steps) Assert.Null(step());
        return version;
    }

    [Fact]
    public void The_table_of_a_plan_version_is_this_one() => Machine.HasTable(PlanVersion.Life, """
        Draft: InConsultation
        InConsultation: InReview
        InReview: Approved
        Approved: Issued
        Issued: Filed
        Filed: InForce
        InForce: UnderRevision
        UnderRevision: Superseded Withdrawn
        """);

    [Fact]
    public void Whatever_is_decided_a_plan_version_keeps_to_its_table() => Machine.Keeps(
        () => Draft(), PlanVersion.Life, v => v.State, v => v.Version,
        v => v.State == PlanVersionState.Draft || v.Lessons.Count <= 3,
        (v, _) => v.Consult(), (v, _) => v.Submit(["water"]), (v, n) => v.Approve(n % 2 == 0 ? "drafter" : "approver", []), (v, _) => v.Issue(T0),
        (v, _) => v.File(T0), (v, _) => v.TakeForce(T0), (v, n) => n % 5 == 0 ? v.Revise() : null, (v, n) => n % 9 == 0 ? v.Supersede() : null,
        (v, n) => n % 9 == 0 ? v.Withdraw() : null, (v, n) => v.TakeLesson(new(Guid.Empty, n % 3)), (v, _) => v.Rewrite(Content(), "drafter"));

    [Fact]
    public void A_plan_is_approved_by_another_person_than_its_drafter()
    {
        var version = Draft();
        version.Consult();
        version.Submit(["water"]);
        Machine.Refused(version.Approve("drafter", []), "approver-is-drafter");
        Assert.Null(version.Approve("approver", []));
    }

    [Fact]
    public void A_plan_with_a_broken_link_is_not_approved()
    {
        var version = Draft();
        version.Consult();
        version.Submit(["water"]);
        Machine.Refused(version.Approve("approver", [new(Guid.NewGuid(), 3)]), "broken-plan-link");
    }

    [Fact]
    public void A_plan_that_left_the_draft_takes_no_lesson_and_no_other_text()
    {
        var version = Draft();
        var lesson = new PlanLesson(Guid.NewGuid(), 1);
        Assert.Null(version.TakeLesson(lesson));
        version.Consult();
        Assert.Null(version.TakeLesson(lesson));
        Machine.Refused(version.TakeLesson(lesson with { Action = 2 }), "not-a-draft");
        Machine.Refused(version.Rewrite(Content(), "drafter"), "not-a-draft");
        Assert.Single(version.Lessons);
    }

    [Fact]
    public void A_plan_is_filed_after_it_was_issued()
    {
        var version = Draft();
        Func<Refusal?>[] steps = [version.Consult, () => version.Submit(["water"]), () => version.Approve("approver", []), () => version.Issue(T0)];
        foreach (var step in steps) step();
        Machine.Refused(version.File(T0.AddDays(-1)), "filed-before-issued");
    }

    [Fact]
    public void A_version_under_revision_still_holds()
    {
        var version = InForce();
        Assert.True(version.Holds);
        version.Revise();
        Assert.True(version.Holds);
        version.Supersede();
        Assert.False(version.Holds);
    }

    [Fact]
    public void An_evacuation_on_a_checklist_carries_an_expiry()
    {
        var item = new ChecklistItem(ChecklistPhase.Active, OrderKind.Evacuate, "Clear the low streets", "township", AddresseeKind.Place, "220221");
        var (_, refusal) = PlanVersion.Draft(Guid.NewGuid(), null, Guid.NewGuid(), 1, Content(false, item), null, "drafter");
        Machine.Refused(refusal, "expiry-required");
        Assert.Equal("/content/checklist/0/expiresAt", refusal!.Pointer);
        Assert.Null(PlanVersion.Draft(Guid.NewGuid(), null, Guid.NewGuid(), 1, Content(false, item with { ExpiresAfterMinutes = 60 }), null, "drafter").Item2);
    }

    [Fact]
    public void A_checklist_item_becomes_a_task_that_is_due_and_ends_from_the_moment_it_is_made()
    {
        var task = new ChecklistItem(ChecklistPhase.Active, OrderKind.Cordon, "Keep the bridge clear", "police", AddresseeKind.Venue, "bridge", DueAfterMinutes: 5, ExpiresAfterMinutes: 60).At(T0);
        Assert.Equal((T0.AddMinutes(5), T0.AddMinutes(60)), (task.DueAt, task.ExpiresAt));
    }

    [Fact]
    public void Versions_follow_each_other_without_a_gap()
    {
        var plan = Plan.Found(Guid.CreateVersion7(), null, "Flood", PlanKind.FloodTyphoonDrought, PlanTier.Special, DrillDuty.Special, "220221", "county", null);
        var first = Draft(plan.Id);
        Assert.Null(plan.Add(first, null));
        Machine.Refused(plan.Add(Draft(plan.Id, 3), first), "version-order");
        Assert.Null(plan.Add(Draft(plan.Id, 2), first));
        Assert.Equal(2, plan.NewestNumber);
    }
}
