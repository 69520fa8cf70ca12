using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>
/// An order 指令 to an agency, team, venue or place, through to its verification (domain.md C2). Whoever was asked may answer it: the agency it names,
/// and those it was escalated to. The first of them to acknowledge it has it, and no other carries it out.
/// </summary>
internal sealed class Order
{
    private static readonly OrderState[] TakenBack = [OrderState.Cancelled, OrderState.Superseded];

    public static readonly Lifecycle<OrderState> Life = new(
        (OrderState.Drafted, [OrderState.Issued, .. TakenBack]),
        (OrderState.Issued, [OrderState.Delivered, .. TakenBack]),
        (OrderState.Delivered, [OrderState.Acknowledged, .. TakenBack]),
        (OrderState.Acknowledged, [OrderState.Accepted, OrderState.Declined, OrderState.ClarificationAsked, .. TakenBack]),
        (OrderState.ClarificationAsked, [OrderState.Issued, .. TakenBack]),
        (OrderState.Accepted, [OrderState.InProgress, .. TakenBack]),
        (OrderState.InProgress, [OrderState.Completed, OrderState.Failed, OrderState.Blocked, .. TakenBack]),
        (OrderState.Blocked, TakenBack),
        (OrderState.Completed, [OrderState.Verified, .. TakenBack]));

    private Order() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public OrderState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public Guid? ActivationId { get; private set; }
    public OrderTask Task { get; private set; } = null!;
    public MeasureGround Ground { get; private set; }
    public int Revision { get; private set; } = 1;
    public string FromAgency { get; private set; } = "";
    public OrderEscalation Escalation { get; private set; }
    public OrderReason? Reason { get; private set; }
    public string? Question { get; private set; }
    public int? Percent { get; private set; }
    public Guid? SuccessorId { get; private set; }
    public DateTimeOffset? IssuedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public DateTimeOffset? CompletedAt { get; private set; }
    /// <summary>Who acknowledged it and answers for it from then on; null until then, and of orders that an earlier build acknowledged.</summary>
    public string? AcknowledgedBy { get; private set; }
    /// <summary>Who answers for it now. A replica of an earlier build that clarifies an order leaves who had acknowledged it; of the new revision that says nothing.</summary>
    public string? HeldBy => AcknowledgedAt is null ? null : AcknowledgedBy;
    /// <summary>The order to many that it is part of, or null.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>True for what Oversight reviews: an evacuation or a cordon.</summary>
    public bool UnderReview => IsMeasure(Task.Kind);

    public bool IsFinal => State is OrderState.Declined or OrderState.Failed or OrderState.Verified or OrderState.Cancelled or OrderState.Superseded;

    /// <summary>Who is asked now: the addressee's agency, then the alternate, then the superior.</summary>
    public string Asked => Escalation switch
    {
        OrderEscalation.Superior => Task.SuperiorAgency ?? Task.ToAgency,
        OrderEscalation.Alternate => Task.AlternateAgency ?? Task.ToAgency,
        _ => Task.ToAgency,
    };

    public static bool IsMeasure(OrderKind kind) => kind is OrderKind.Evacuate or OrderKind.Cordon;

    /// <summary>Writes an order. A cordon or an evacuation needs a ground and an expiry (突发事件应对法 Art. 10: least harm).</summary>
    public static (Order?, Refusal?) Draft(
        Guid id, Guid? exercise, Guid incident, Guid? activation, string from, OrderTask task, MeasureGround ground, DateTimeOffset now)
    {
        if (task.Fault(now) is { } fault) return (null, fault);
        if (IsMeasure(task.Kind) && ground == MeasureGround.None)
            return (null, new Refusal("measure-without-ground",
                "A cordon or an evacuation needs an incident of a natural, accident or health category, or a venue over its capacity."));
        return (new()
        {
            Id = id,
            ExerciseId = exercise,
            IncidentId = incident,
            ActivationId = activation,
            FromAgency = from,
            Task = task,
            Ground = IsMeasure(task.Kind) ? ground : MeasureGround.None,
        }, null);
    }

    public Refusal? Issue(DateTimeOffset at)
    {
        if (State != OrderState.Drafted) return Life.Refuse(State, OrderState.Issued) ?? new Refusal("question-unanswered", "A question is answered by a clearer text.");
        if (Move(OrderState.Issued) is { } no) return no;
        IssuedAt = at;
        return null;
    }

    /// <summary>Goes out as part of an order to many.</summary>
    public Refusal? IssueIn(Guid group, DateTimeOffset at)
    {
        if (Issue(at) is { } no) return no;
        GroupId = group;
        return null;
    }

    /// <summary>Answers a question with a clearer text: the order goes out again, one revision on, and starts from its addressee.</summary>
    public Refusal? Clarify(string instruction, DateTimeOffset at)
    {
        if (State != OrderState.ClarificationAsked) return Life.Refuse(State, OrderState.Issued) ?? new Refusal("nothing-asked", "Nobody asked what is meant.");
        if (Move(OrderState.Issued) is { } no) return no;
        Task = Task with { Instruction = instruction };
        Revision++;
        (IssuedAt, DeliveredAt, AcknowledgedAt, AcknowledgedBy, Question, Escalation) = (at, null, null, null, null, OrderEscalation.None);
        return null;
    }

    public Refusal? Deliver(string agency, DateTimeOffset at)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (at < IssuedAt) return Before("issued");
        if (Move(OrderState.Delivered) is { } no) return no;
        DeliveredAt = at;
        return null;
    }

    public Refusal? Acknowledge(string agency, DateTimeOffset at)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (at < DeliveredAt) return Before("delivered");
        if (Move(OrderState.Acknowledged) is { } no) return no;
        (AcknowledgedAt, AcknowledgedBy) = (at, agency);
        return null;
    }

    public Refusal? Accept(string agency) => Stranger(agency) ?? Move(OrderState.Accepted);

    /// <summary>Says no, with a reason. It goes to the superior where there is one; nothing else follows from it.</summary>
    public Refusal? Decline(string agency, OrderReason reason)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (Move(OrderState.Declined) is { } no) return no;
        Reason = reason;
        if (Task.SuperiorAgency is not null) Escalation = OrderEscalation.Superior;
        return null;
    }

    public Refusal? AskWhatIsMeant(string agency, string question)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (Move(OrderState.ClarificationAsked) is { } no) return no;
        Question = question;
        return null;
    }

    public Refusal? Start(string agency) => Stranger(agency) ?? Move(OrderState.InProgress);

    /// <summary>Progress never runs backwards.</summary>
    public Refusal? Progress(string agency, int percent)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (State != OrderState.InProgress) return new Refusal("not-in-progress", "Progress is reported while the task is being done.");
        if (percent < Percent) return Refusal.Invalid("/percent", "progress-backwards", "Progress was reported further along before.");
        Percent = percent;
        Version++;
        return null;
    }

    public Refusal? Complete(string agency, DateTimeOffset at)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (at < AcknowledgedAt) return Before("acknowledged");
        if (Move(OrderState.Completed) is { } no) return no;
        (CompletedAt, Percent) = (at, 100);
        return null;
    }

    public Refusal? Fail(string agency, OrderReason reason) => Stranger(agency) ?? MoveFor(OrderState.Failed, reason);

    public Refusal? Block(string agency, OrderReason reason) => Stranger(agency) ?? MoveFor(OrderState.Blocked, reason);

    /// <summary>Someone else than the one who did it looked, and it is done.</summary>
    public Refusal? Verify(string agency)
    {
        if (Life.Refuse(State, OrderState.Verified) is { } no) return no;
        if (agency == (HeldBy ?? Asked) && agency != FromAgency) return Refusal.Forbidden("own-work", "The agency that did it does not verify it.");
        return Move(OrderState.Verified);
    }

    public Refusal? Cancel(OrderReason reason) => MoveFor(OrderState.Cancelled, reason);

    public Refusal? Supersede(Guid successor, OrderReason reason)
    {
        if (MoveFor(OrderState.Superseded, reason) is { } no) return no;
        SuccessorId = successor;
        return null;
    }

    /// <summary>Nobody answered in time: asks the alternate, then the superior. The state stays.</summary>
    public Refusal? Escalate()
    {
        if (State is not (OrderState.Issued or OrderState.Delivered)) return new Refusal("answered", "The order was answered, or never went out.");
        var next = Escalation == OrderEscalation.None && Task.AlternateAgency is not null ? OrderEscalation.Alternate : OrderEscalation.Superior;
        if (Escalation == OrderEscalation.Superior || (next == OrderEscalation.Superior && Task.SuperiorAgency is null))
            return new Refusal("nobody-left", "There is nobody left to ask.");
        Escalation = next;
        Version++;
        return null;
    }

    /// <summary>Everyone who was asked so far may answer until one of them has acknowledged; from then on that one alone, so that nothing is done twice.</summary>
    private Refusal? Stranger(string agency)
    {
        var asked = agency == Task.ToAgency || (agency == Task.AlternateAgency && Escalation != OrderEscalation.None)
            || (agency == Task.SuperiorAgency && Escalation == OrderEscalation.Superior);
        if (!asked) return Refusal.Forbidden("not-addressee", "Only the agencies that are asked answer an order.");
        return HeldBy is null || HeldBy == agency
            ? null
            : new Refusal("order-taken", $"{HeldBy} has acknowledged this order and answers for it: do not carry it out.");
    }

    private static Refusal Before(string step) => Refusal.Invalid("/occurredAt", "out-of-order", $"This cannot have happened before the order was {step}.");

    private Refusal? MoveFor(OrderState to, OrderReason reason)
    {
        if (Move(to) is { } no) return no;
        Reason = reason;
        return null;
    }

    private Refusal? Move(OrderState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
