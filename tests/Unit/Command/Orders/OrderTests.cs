using Coordination.Command.Orders;
using Coordination.Contracts.Events;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Orders;

public sealed class OrderTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Incident = Guid.CreateVersion7();

    private static OrderTask Task(OrderKind kind = OrderKind.Rescue, DateTimeOffset? expires = null, string? alternate = "fire-2", string? superior = "fire-city") =>
        new(kind, "Bring the boats to the bridge", "fire", AddresseeKind.Agency, "fire", alternate, superior, ExpiresAt: expires);

    private static Order Drafted(OrderTask? task = null, MeasureGround ground = MeasureGround.NaturalDisaster)
    {
        var (order, refusal) = Order.Draft(Guid.CreateVersion7(), null, Incident, null, "county", task ?? Task(), ground, T0);
        Assert.Null(refusal);
        return order!;
    }

    private static Order After(params Func<Order, Refusal?>[] decisions)
    {
        var order = Drafted();
        foreach (var decide in decisions) Assert.Null(decide(order));
        return order;
    }

    private static Order Acknowledged() => After(o => o.Issue(T0), o => o.Deliver("fire", T0), o => o.Acknowledge("fire", T0));

    [Fact]
    public void The_table_of_an_order_is_this_one() => Machine.HasTable(Order.Life, """
        Drafted: Issued Cancelled Superseded
        Issued: Delivered Cancelled Superseded
        Delivered: Acknowledged Cancelled Superseded
        Acknowledged: Accepted Declined ClarificationAsked Cancelled Superseded
        ClarificationAsked: Issued Cancelled Superseded
        Accepted: InProgress Cancelled Superseded
        InProgress: Completed Failed Blocked Cancelled Superseded
        Blocked: Cancelled Superseded
        Completed: Verified Cancelled Superseded
        """);

    [Fact]
    public void Whatever_is_decided_an_order_keeps_to_its_table() => Machine.Keeps(
        () => Drafted(), Order.Life, o => o.State, o => o.Version,
        o => o.Revision >= 1 && (o.Percent is null or >= 0 and <= 100) && (o.State != OrderState.Superseded || o.SuccessorId is not null)
            && (o.State != OrderState.Declined || o.Reason is not null) && o.AcknowledgedBy is null == o.AcknowledgedAt is null,
        (o, n) => o.Issue(T0.AddSeconds(n % 100)),
        (o, n) => o.Clarify("Clearer", T0.AddSeconds(n % 100)),
        (o, n) => o.Deliver(Who(n), T0.AddSeconds(n % 100)),
        (o, n) => o.Acknowledge(Who(n), T0.AddSeconds(n % 100)),
        (o, n) => o.Accept(Who(n)),
        (o, n) => o.Decline(Who(n), OrderReason.NoCapacity),
        (o, n) => o.AskWhatIsMeant(Who(n), "Which bridge?"),
        (o, n) => o.Start(Who(n)),
        (o, n) => o.Progress(Who(n), n % 101),
        (o, n) => o.Complete(Who(n), T0.AddSeconds(n % 100)),
        (o, n) => o.Fail(Who(n), OrderReason.NoAccess),
        (o, n) => o.Block(Who(n), OrderReason.NoAccess),
        (o, n) => o.Verify(n % 2 == 0 ? "county" : "fire"),
        (o, n) => n % 10 == 0 ? o.Cancel(OrderReason.NotNeeded) : null,
        (o, n) => n % 10 == 0 ? o.Supersede(Guid.CreateVersion7(), OrderReason.SituationChanged) : null,
        (o, _) => o.Escalate());

    private static string Who(int n) => (n % 4) switch { 0 => "stranger", 1 => "fire-2", _ => "fire" };

    [Fact]
    public void An_order_that_is_not_acknowledged_in_time_goes_to_the_alternate_and_then_to_the_superior()
    {
        var order = After(o => o.Issue(T0), o => o.Deliver("fire", T0));
        Assert.Null(order.Escalate());
        Assert.Equal((OrderEscalation.Alternate, "fire-2", OrderState.Delivered), (order.Escalation, order.Asked, order.State));
        Assert.Null(order.Escalate());
        Assert.Equal((OrderEscalation.Superior, "fire-city"), (order.Escalation, order.Asked));
        Machine.Refused(order.Escalate(), "nobody-left");
        Assert.Null(order.Acknowledge("fire-city", T0));
    }

    [Fact]
    public void Whoever_was_asked_may_still_acknowledge_after_the_order_went_on_to_the_superior()
    {
        foreach (var agency in (string[])["fire", "fire-2", "fire-city"])
        {
            var order = After(o => o.Issue(T0), o => o.Deliver("fire", T0), o => o.Escalate(), o => o.Escalate(), o => o.Acknowledge(agency, T0), o => o.Accept(agency), o => o.Start(agency));
            Assert.Equal(agency, order.AcknowledgedBy);
            foreach (var other in (string[])["fire", "fire-2", "fire-city"])
                if (other != agency) Machine.Refused(order.Complete(other, T0), "order-taken");
            Assert.Null(order.Complete(agency, T0));
            Machine.Refused(order.Verify(agency), "own-work");
        }
    }

    [Fact]
    public void Nobody_answers_before_it_was_asked()
    {
        var order = After(o => o.Issue(T0), o => o.Deliver("fire", T0));
        foreach (var other in (string[])["fire-2", "fire-city"]) Machine.Refused(order.Acknowledge(other, T0), "not-addressee");
        Assert.Null(order.Escalate());
        Machine.Refused(order.Acknowledge("fire-city", T0), "not-addressee");
        Assert.Null(order.Acknowledge("fire-2", T0));
        Machine.Refused(order.Acknowledge("fire", T0), "order-taken");
    }

    [Fact]
    public void A_clearer_revision_is_for_the_addressee_again_whoever_asked()
    {
        var order = After(o => o.Issue(T0), o => o.Deliver("fire", T0), o => o.Escalate(), o => o.Acknowledge("fire-2", T0), o => o.AskWhatIsMeant("fire-2", "Which bridge?"),
            o => o.Clarify("The north bridge", T0), o => o.Deliver("fire", T0));
        Machine.Refused(order.Acknowledge("fire-2", T0), "not-addressee");
        Assert.Null(order.Acknowledge("fire", T0));
    }

    /// <summary>A replica of an earlier build that clarifies an order leaves who had acknowledged it.</summary>
    [Fact]
    public void Who_had_the_revision_before_does_not_hold_the_next_one()
    {
        var order = After(o => o.Issue(T0), o => o.Deliver("fire", T0), o => o.Escalate(), o => o.Acknowledge("fire-2", T0), o => o.AskWhatIsMeant("fire-2", "Which bridge?"),
            o => o.Clarify("The north bridge", T0), o => o.Deliver("fire", T0));
        typeof(Order).GetProperty(nameof(Order.AcknowledgedBy))!.SetValue(order, "fire-2");
        Assert.Null(order.HeldBy);
        Assert.Null(order.Acknowledge("fire", T0));
        Assert.Equal("fire", order.HeldBy);
    }

    /// <summary>Within a revision, whatever the addressee, the alternate, the superior and a stranger try in whatever order: one of them has it, and does all of it.</summary>
    [Fact]
    public void One_agency_carries_an_order_out_and_no_two() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(80).ToArbitrary(), numbers =>
    {
        string[] agencies = ["fire", "fire-2", "fire-city", "stranger"];
        var order = After(o => o.Issue(T0));
        var doers = new HashSet<string>();
        foreach (var n in numbers)
        {
            var (agency, revision) = (agencies[n / 8 % 4], order.Revision);
            var refusal = (n % 8) switch
            {
                0 => order.Deliver(agency, T0),
                1 => order.Acknowledge(agency, T0),
                2 => order.Accept(agency),
                3 => order.Start(agency),
                4 => order.Progress(agency, n % 101),
                5 => n % 5 == 0 ? order.Escalate() : order.Complete(agency, T0),
                6 => n % 6 == 0 ? order.AskWhatIsMeant(agency, "Which bridge?") : order.Escalate(),
                _ => n % 3 == 0 ? order.Clarify("The north bridge", T0) : null,
            };
            if (order.Revision != revision) doers.Clear();
            else if (refusal is null && n % 8 is > 0 and < 5) doers.Add(agency);
            if (doers.Count > 1 || doers.Contains("stranger") || (order.AcknowledgedBy is { } has && doers.Count > 0 && !doers.Contains(has))) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_an_alternate_the_superior_is_asked_at_once()
    {
        var order = Drafted(Task(alternate: null));
        order.Issue(T0);
        Assert.Null(order.Escalate());
        Assert.Equal(OrderEscalation.Superior, order.Escalation);
    }

    [Fact]
    public void An_answered_order_is_not_escalated() => Machine.Refused(Acknowledged().Escalate(), "answered");

    [Fact]
    public void A_question_brings_the_order_back_in_a_second_revision_that_starts_from_its_addressee()
    {
        var order = Acknowledged();
        Assert.Null(order.AskWhatIsMeant("fire", "Which bridge?"));
        Machine.Refused(order.Issue(T0), "question-unanswered");
        Assert.Null(order.Clarify("Bring the boats to the north bridge", T0.AddMinutes(2)));
        Assert.Equal((OrderState.Issued, 2, null, OrderEscalation.None), (order.State, order.Revision, order.Question, order.Escalation));
        Assert.Null(order.DeliveredAt);
    }

    [Fact]
    public void Nothing_is_clarified_that_nobody_asked_about()
    {
        Machine.Refused(Drafted().Clarify("Clearer", T0), "nothing-asked");
        Machine.Refused(Acknowledged().Clarify("Clearer", T0), "illegal-transition");
    }

    [Fact]
    public void A_declined_order_names_its_reason_and_goes_to_the_superior()
    {
        var order = Acknowledged();
        Assert.Null(order.Decline("fire", OrderReason.OperatorDisagrees));
        Assert.Equal((OrderState.Declined, OrderReason.OperatorDisagrees, OrderEscalation.Superior), (order.State, order.Reason, order.Escalation));
        Assert.True(order.IsFinal);
    }

    [Fact]
    public void Only_the_agency_that_is_asked_answers() => Machine.Refused(After(o => o.Issue(T0)).Deliver("police", T0), "not-addressee");

    [Fact]
    public void Steps_do_not_happen_before_those_they_follow()
    {
        var order = After(o => o.Issue(T0));
        Machine.Refused(order.Deliver("fire", T0.AddSeconds(-1)), "out-of-order");
        Assert.Null(order.Deliver("fire", T0.AddSeconds(30)));
        Machine.Refused(order.Acknowledge("fire", T0.AddSeconds(29)), "out-of-order");
    }

    [Theory, InlineData(OrderKind.Cordon), InlineData(OrderKind.Evacuate)]
    public void A_cordon_or_an_evacuation_needs_a_ground_and_an_expiry(OrderKind kind)
    {
        Machine.Refused(Order.Draft(Guid.NewGuid(), null, Incident, null, "county", Task(kind, T0.AddHours(6)), MeasureGround.None, T0).Item2, "measure-without-ground");
        Machine.Refused(Order.Draft(Guid.NewGuid(), null, Incident, null, "county", Task(kind), MeasureGround.Accident, T0).Item2, "expiry-required");
        Machine.Refused(Order.Draft(Guid.NewGuid(), null, Incident, null, "county", Task(kind, T0), MeasureGround.Accident, T0).Item2, "expiry-range");
        Machine.Refused(Order.Draft(Guid.NewGuid(), null, Incident, null, "county", Task(kind, T0.AddDays(8)), MeasureGround.Accident, T0).Item2, "expiry-range");
        var order = Drafted(Task(kind, T0.AddHours(6)));
        Assert.True(order.UnderReview);
        Assert.Equal(MeasureGround.NaturalDisaster, order.Ground);
    }

    [Fact]
    public void No_other_order_carries_an_expiry_or_a_ground()
    {
        Machine.Refused(Order.Draft(Guid.NewGuid(), null, Incident, null, "county", Task(expires: T0.AddHours(1)), MeasureGround.Accident, T0).Item2, "expiry-not-for-this-kind");
        Assert.Equal((false, MeasureGround.None), (Drafted().UnderReview, Drafted().Ground));
    }

    [Theory, InlineData("fire station"), InlineData(""), InlineData("消防"), InlineData("a@b")]
    public void Whom_an_order_names_is_a_code(string code) =>
        Machine.Refused(Order.Draft(Guid.NewGuid(), null, Incident, null, "county", Task() with { Addressee = code }, MeasureGround.None, T0).Item2, "code");

    [Fact]
    public void Progress_never_runs_backwards()
    {
        var order = After(o => o.Issue(T0), o => o.Deliver("fire", T0), o => o.Acknowledge("fire", T0), o => o.Accept("fire"), o => o.Start("fire"));
        Assert.Null(order.Progress("fire", 60));
        Machine.Refused(order.Progress("fire", 59), "progress-backwards");
        Assert.Equal(60, order.Percent);
    }

    [Fact]
    public void Nobody_verifies_their_own_work()
    {
        var order = After(o => o.Issue(T0), o => o.Deliver("fire", T0), o => o.Acknowledge("fire", T0), o => o.Accept("fire"), o => o.Start("fire"), o => o.Complete("fire", T0));
        Machine.Refused(order.Verify("fire"), "own-work");
        Assert.Null(order.Verify("county"));
    }

    [Theory]
    [InlineData("Identify"), InlineData("Follow"), InlineData("Detain"), InlineData("Disperse"), InlineData("Intercept"), InlineData("Monitor")]
    [InlineData("PersuadeBack"), InlineData("ListLeaders"), InlineData("Watch"), InlineData("CollectEvidence"), InlineData("Negotiate")]
    public void There_is_no_word_for_what_must_not_be_ordered(string word) =>
        Assert.DoesNotContain(Enum.GetNames<OrderKind>(), n => n.Contains(word, StringComparison.OrdinalIgnoreCase));
}
