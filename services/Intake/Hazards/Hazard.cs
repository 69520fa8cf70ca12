using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Hazards;

/// <summary>What lies in reach of a hazard.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many there are.</param>
public sealed record Receptor(ReceptorKind Kind, [property: Range(1, 1_000_000)] int Count = 1);

/// <summary>A hazard (隐患): a place or object that can cause an event.</summary>
internal sealed class Hazard
{
    public static readonly Lifecycle<HazardState> Life = new(
        (HazardState.Identified, [HazardState.Registered, HazardState.BecameIncident]),
        (HazardState.Registered, [HazardState.Assessed, HazardState.BecameIncident]),
        (HazardState.Assessed, [HazardState.RectificationOrdered, HazardState.AcceptedMonitored, HazardState.BecameIncident]),
        (HazardState.RectificationOrdered, [HazardState.Rectifying, HazardState.BecameIncident]),
        (HazardState.Rectifying, [HazardState.PendingVerification, HazardState.BecameIncident]),
        (HazardState.PendingVerification, [HazardState.Closed, HazardState.Rectifying, HazardState.BecameIncident]),
        (HazardState.AcceptedMonitored, [HazardState.BecameIncident]),
        (HazardState.Closed, [HazardState.Reopened, HazardState.BecameIncident]),
        (HazardState.Reopened, [HazardState.Assessed, HazardState.BecameIncident]));

    private Hazard() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public HazardState State { get; private set; }
    public HazardKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string OwnerAgency { get; private set; } = "";
    public string AreaCode { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string? PlaceText { get; private set; }
    public int? Capacity { get; private set; }
    public List<Receptor> Receptors { get; private set; } = [];
    public List<InspectionKind> Inspections { get; private set; } = [];
    public int? Likelihood { get; private set; }
    public int? Consequence { get; private set; }
    public HazardRating? Rating { get; private set; }
    public bool MajorPotential { get; private set; }
    public string? RectifiedBy { get; private set; }
    public DateTimeOffset? RectifyBy { get; private set; }
    public string? Measure { get; private set; }
    public string? SubmittedNote { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public Guid? IncidentId { get; private set; }

    public static (Hazard? Hazard, Refusal? Refusal) Identify(
        Guid id, Guid? exercise, HazardKind kind, string name, string owner, Place place, int? capacity, IEnumerable<Receptor> receptors)
    {
        if ((place.Refuse("/place") ?? Code.Refuse("/ownerAgency", owner)) is { } no) return (null, no);
        if (kind == HazardKind.VenueCapacity != capacity is not null)
            return (null, Refusal.Invalid("/capacity", "venue-capacity", "A venue has a capacity, and nothing else has one."));
        return (new Hazard
        {
            Id = id, ExerciseId = exercise, Kind = kind, Name = name, OwnerAgency = owner, AreaCode = place.AreaCode, Latitude = place.Latitude,
            Longitude = place.Longitude, PlaceText = place.Description, Capacity = capacity, Receptors = [.. receptors],
        }, null);
    }

    public Place Where() => new(AreaCode, Latitude, Longitude, PlaceText);

    public Guid Subject() => IncidentId ?? Id;

    /// <summary>Into the register; the checks named recur from now on.</summary>
    public Refusal? Register(IReadOnlyCollection<InspectionKind> inspections)
    {
        if (inspections.Count == 0) return Refusal.Invalid("/inspections", "no-inspection", "A registered hazard is checked in some way.");
        if (Move(HazardState.Registered) is { } no) return no;
        Inspections = [.. inspections.Distinct()];
        return null;
    }

    public Refusal? Assess(int likelihood, int consequence, bool majorPotential, HazardRatingRule rule)
    {
        if (likelihood is < 1 or > 5) return Refusal.Invalid("/likelihood", "range", "Must be between 1 and 5.");
        if (consequence is < 1 or > 5) return Refusal.Invalid("/consequence", "range", "Must be between 1 and 5.");
        if (Move(HazardState.Assessed) is { } no) return no;
        (Likelihood, Consequence, MajorPotential, Rating) = (likelihood, consequence, majorPotential, rule.Rate(likelihood, consequence));
        (RectifiedBy, RectifyBy, Measure, SubmittedAt, SubmittedNote) = (null, null, null, null, null);
        return null;
    }

    public Refusal? Accept() => Move(HazardState.AcceptedMonitored);

    /// <summary>限期治理: to be put right by a moment ahead.</summary>
    public Refusal? OrderRectification(string agency, DateTimeOffset due, string measure, DateTimeOffset now)
    {
        if (Code.Refuse("/toAgency", agency) is { } code) return code;
        if (due <= now) return Refusal.Invalid("/dueAt", "due-in-past", "Must lie ahead.");
        if (Move(HazardState.RectificationOrdered) is { } no) return no;
        (RectifiedBy, RectifyBy, Measure) = (agency, due, measure);
        return null;
    }

    public Refusal? BeginRectification(string agency) => Owes(agency) ?? Move(HazardState.Rectifying);

    public Refusal? SubmitRectification(string agency, string note, DateTimeOffset at)
    {
        if (Owes(agency) is { } foreign) return foreign;
        if (Move(HazardState.PendingVerification) is { } no) return no;
        (SubmittedAt, SubmittedNote) = (at, note);
        return null;
    }

    /// <summary>Who put it right does not say that it is right.</summary>
    public Refusal? VerifyRectification(string agency, bool accepted)
    {
        if (State == HazardState.PendingVerification && agency == RectifiedBy)
            return Refusal.Forbidden("own-work", "Another agency verifies what this one put right.");
        if (State != HazardState.PendingVerification) return Life.Refuse(State, HazardState.Closed);
        return Move(accepted ? HazardState.Closed : HazardState.Rectifying);
    }

    public Refusal? Reopen() => Move(HazardState.Reopened);

    public Refusal? BecomeIncident(Guid incident)
    {
        if (Move(HazardState.BecameIncident) is { } no) return no;
        IncidentId = incident;
        return null;
    }

    /// <summary>True while the recurring checks are owed.</summary>
    public bool IsWatched() => Inspections.Count > 0 && State is not (HazardState.Closed or HazardState.BecameIncident);

    private Refusal? Owes(string agency) => RectifiedBy is { } owner && agency != owner
        ? Refusal.Forbidden("not-ordered", "Another agency was ordered to put this right.")
        : null;

    private Refusal? Move(HazardState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
