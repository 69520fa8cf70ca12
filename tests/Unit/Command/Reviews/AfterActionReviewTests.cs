using Coordination.Command.Reviews;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Reviews;

public sealed class AfterActionReviewTests
{
    private static readonly DateTimeOffset T0 = new(2010, 8, 6, 9, 0, 0, TimeSpan.Zero);
    private static readonly Contribution Said = new("fire", "Boats came late", T0);
    private static readonly ReviewAction[] Actions =
        [new(0, ReviewActionKind.PlanRevision, "An offline roster", "county"), new(0, ReviewActionKind.Stock, "More boats", "county")];

    private static AfterActionReview Opened() => AfterActionReview.Open(Guid.CreateVersion7(), null, Guid.CreateVersion7(), T0);

    private static AfterActionReview Tracking()
    {
        var review = Opened();
        Func<Refusal?>[] steps = [review.Collect, () => review.Draft("What happened", Actions, T0), () => review.Comment(Said), () => review.Adopt(T0), review.Track];
        foreach (var step in steps) Assert.Null(step());
        return review;
    }

    [Fact]
    public void The_table_of_a_review_is_this_one() => Machine.HasTable(AfterActionReview.Life, """
        Opened: Collecting
        Collecting: Drafted
        Drafted: Commented
        Commented: Adopted
        Adopted: Tracking
        Tracking: Closed
        """);

    [Fact]
    public void Whatever_is_decided_a_closed_review_has_every_action_linked() => Machine.Keeps(
        Opened, AfterActionReview.Life, r => r.State, r => r.Version, r => r.State != ReviewState.Closed || r.Linked == r.Actions.Count,
        (r, _) => r.Collect(), (r, _) => r.Contribute(Said), (r, n) => n % 4 == 0 ? r.Draft("Text", Actions, T0) : null, (r, _) => r.Comment(Said),
        (r, _) => r.Adopt(T0), (r, _) => r.Track(), (r, n) => r.Link(n % 4, n % 2 == 0 ? ReviewActionKind.Stock : ReviewActionKind.PlanRevision, Guid.Empty, null),
        (r, n) => r.Close(n % 2 == 0 ? new HashSet<Guid>() : [Guid.Empty]));

    [Fact]
    public void A_review_closes_when_its_lesson_stands_in_an_issued_version()
    {
        var review = Tracking();
        var version = Guid.NewGuid();
        Machine.Refused(review.Close(new HashSet<Guid>()), "action-not-linked");
        review.Link(1, ReviewActionKind.PlanRevision, version, 2);
        review.Link(2, ReviewActionKind.Stock, Guid.NewGuid(), null);
        Machine.Refused(review.Close(new HashSet<Guid>()), "lesson-not-issued");
        Assert.Null(review.Close(new HashSet<Guid> { version }));
        Assert.Equal(2, review.Actions[0].PlanNumber);
    }

    [Fact]
    public void An_action_is_linked_to_its_own_kind_after_the_review_was_adopted()
    {
        Machine.Refused(Opened().Link(1, ReviewActionKind.Stock, Guid.NewGuid(), null), "not-adopted");
        Machine.Refused(Tracking().Link(1, ReviewActionKind.Stock, Guid.NewGuid(), null), "action-kind");
        Machine.Refused(Tracking().Link(9, ReviewActionKind.Stock, Guid.NewGuid(), null), "no-such-action");
    }

    [Fact]
    public void A_training_takes_no_action_from_what_carries_it_out_already()
    {
        var review = Tracking();
        Machine.Refused(review.Answer(2, Guid.NewGuid()), "action-kind");
        Assert.Null(review.Link(2, ReviewActionKind.Stock, Guid.NewGuid(), null));
        Machine.Refused(review.Answer(2, Guid.NewGuid()), "action-linked");
    }

    [Fact]
    public void The_first_comment_moves_the_draft_on_and_later_ones_are_added()
    {
        var review = Opened();
        review.Collect();
        Machine.Refused(review.Comment(Said), "illegal-transition");
        review.Draft("Text", [], T0);
        Assert.Null(review.Comment(Said));
        Assert.Null(review.Comment(Said));
        Assert.Equal((ReviewState.Commented, 2), (review.State, review.Comments.Count));
    }

    [Fact]
    public void Contributions_are_taken_while_the_review_collects() => Machine.Refused(Opened().Contribute(Said), "not-collecting");
}
