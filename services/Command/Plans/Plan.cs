using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>
/// A plan 预案 through all its versions: which of them is the newest and which is in force. It stands in a tree of master, special,
/// department and site plans.
/// </summary>
internal sealed class Plan
{
    private Plan() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Name { get; private set; } = "";
    public PlanKind Kind { get; private set; }
    public PlanTier Tier { get; private set; }
    public DrillDuty DrillDuty { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    public string OwnerAgency { get; private set; } = "";
    public Guid? ParentPlanId { get; private set; }
    public int NewestNumber { get; private set; }
    public Guid NewestVersionId { get; private set; }
    public Guid? InForceVersionId { get; private set; }
    /// <summary>The notice of the event that it is for; null for every kind but MajorEvent.</summary>
    public Guid? EventNoticeId { get; private set; }
    /// <summary>How the event went, once it is reviewed.</summary>
    public EventReview? EventReview { get; private set; }

    public static Plan Found(
        Guid id, Guid? exercise, string name, PlanKind kind, PlanTier tier, DrillDuty duty, string jurisdiction, string ownerAgency, Guid? parent, Guid? eventNotice = null) => new()
        {
            Id = id,
            ExerciseId = exercise,
            Name = name,
            Kind = kind,
            Tier = tier,
            DrillDuty = duty,
            Jurisdiction = jurisdiction,
            OwnerAgency = ownerAgency,
            ParentPlanId = parent,
            EventNoticeId = eventNotice,
        };

    /// <summary>Takes in the next version. While one is being made there is no second.</summary>
    public Refusal? Add(PlanVersion next, PlanVersion? newest)
    {
        if (newest is not null && newest.Number != NewestNumber || next.Number != NewestNumber + 1)
            return new Refusal("version-order", "A new version follows the newest one.");
        (NewestNumber, NewestVersionId) = (next.Number, next.Id);
        if (newest is not null) Version++;
        return null;
    }

    /// <summary>A plan of an event, and no other, says what an event's plan says, and of the one event that it was made for.</summary>
    public Refusal? Misfits(MajorEvent? said) =>
        Kind == PlanKind.MajorEvent && said is null ? Refusal.Invalid("/content/event", "required", "A plan of kind MajorEvent says which event it is for, with its site, posts and ways out.")
        : Kind != PlanKind.MajorEvent && said is not null ? Refusal.Invalid("/content/event", "not-an-event-plan", "Only a plan of kind MajorEvent is for an event.")
        : said?.EventNoticeId != EventNoticeId ? Refusal.Invalid("/content/event/eventNoticeId", "another-event", "It is the plan of another event: draft one for this event.")
        : said?.Fault();

    /// <summary>After the event, once, by the agency whose plan it is.</summary>
    public Refusal? ReviewEvent(string agency, ReviewEventPlan review, MajorEvent? held, KnownEvent? of, DateTimeOffset at)
    {
        if (agency != OwnerAgency) return Refusal.Forbidden("not-the-owner", $"{OwnerAgency} made this plan, and reviews it.");
        if (held is null || of is null) return new Refusal("no-event-plan-in-force", "It is no plan of an event that is in force.");
        if (of.IsCalledOff || (of.State is not (EventNoticeState.Ended or EventNoticeState.Withdrawn) && at < of.EndsAt)) return new Refusal("event-not-held", "The event is not over, or did not take place.");
        if (EventReview is not null) return new Refusal("already-reviewed", "The event was reviewed already.");
        (EventReview, Version) = (new(review.MostPresent, held.ExpectedAttendance, [.. review.Conclusions], at), Version + 1);
        return null;
    }

    /// <summary>A version came into force.</summary>
    public void TakeForce(Guid versionId)
    {
        InForceVersionId = versionId;
        Version++;
    }

    /// <summary>The version in force was withdrawn without a successor.</summary>
    public void LoseForce()
    {
        InForceVersionId = null;
        Version++;
    }
}
