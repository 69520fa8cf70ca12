using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Incidents;

/// <summary>
/// An event that is being responded to (domain.md C2): what happened, where and when, who takes part. It describes events, places and objects;
/// of people it knows counts alone.
/// </summary>
internal sealed class Incident
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<IncidentState> Life = new(
        (IncidentState.Reported, [IncidentState.Confirmed, IncidentState.Unfounded, IncidentState.MergedInto]),
        (IncidentState.Confirmed, [IncidentState.Active, IncidentState.MergedInto]),
        (IncidentState.Active, [IncidentState.Stabilised]),
        (IncidentState.Stabilised, [IncidentState.ResponseEnded, IncidentState.Active]),
        (IncidentState.ResponseEnded, [IncidentState.Recovery]),
        (IncidentState.Recovery, [IncidentState.UnderReview]),
        (IncidentState.UnderReview, [IncidentState.Closed]),
        (IncidentState.Closed, [IncidentState.Reopened]),
        (IncidentState.Reopened, [IncidentState.Active]));

    private Incident() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public IncidentState State { get; private set; }
    public IncidentCategory Category { get; private set; }
    public EventKind Kind { get; private set; }
    /// <summary>Code of the national warning system, where there is one for the kind.</summary>
    public string? EventCode { get; private set; }
    /// <summary>In words; stays in this service.</summary>
    public string Title { get; private set; } = "";
    public string Jurisdiction { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string OwnerAgency { get; private set; } = "";
    public List<string> Participants { get; private set; } = [];
    public Guid? ReportId { get; private set; }
    public Guid? ParentId { get; private set; }
    public Guid? MergedIntoId { get; private set; }
    /// <summary>The confirmed grade; null until then, and always for public safety (Art. 3).</summary>
    public IncidentGrade? Grade { get; private set; }
    public DateTimeOffset OccurredAt { get; private set; }
    public DateTimeOffset KnownAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? ResponseEndedAt { get; private set; }

    /// <summary>Opens an incident on what is known.</summary>
    public static (Incident?, Refusal?) Open(OpenIncident request, string agency, Guid? exercise)
    {
        if (request.KnownAt < request.OccurredAt)
            return (null, Refusal.Invalid("/knownAt", "known-before-occurred", "Nothing is known before it happened."));
        if (request.EventCode is { } code && (!EventCodes.Kinds.TryGetValue(code, out var kind) || kind != request.Kind))
            return (null, Refusal.Invalid("/eventCode", "event-code", "Must be a code of the closed list that fits the kind."));
        return (new Incident
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            State = IncidentState.Reported,
            Category = EventCodes.CategoryOf(request.Kind),
            Kind = request.Kind,
            EventCode = request.EventCode,
            Title = request.Title,
            Jurisdiction = request.Jurisdiction,
            Latitude = request.Latitude,
            Longitude = request.Longitude,
            OwnerAgency = agency,
            Participants = [agency],
            ReportId = request.ReportId,
            ParentId = request.ParentId,
            OccurredAt = request.OccurredAt,
            KnownAt = request.KnownAt,
        }, null);
    }

    /// <summary>True while a response is under way or may come: orders, levels and command make sense.</summary>
    public bool IsOpen => State is IncidentState.Reported or IncidentState.Confirmed or IncidentState.Active or IncidentState.Stabilised or IncidentState.Reopened;

    /// <summary>Casualties are counted while it is an incident of its own, closed ones included: supplements come late.</summary>
    public Refusal? Count() => State is IncidentState.Unfounded or IncidentState.MergedInto
        ? new Refusal("no-incident", $"It is {State}: count where the incident goes on.")
        : null;

    public Refusal? Confirm(DateTimeOffset at)
    {
        if (Move(IncidentState.Confirmed) is { } no) return no;
        ConfirmedAt = at;
        return null;
    }

    /// <summary>The response begins, or begins again after a relapse or reopening.</summary>
    public Refusal? Activate() => Move(IncidentState.Active);

    public Refusal? Stabilise() => Move(IncidentState.Stabilised);

    public Refusal? EndResponse(DateTimeOffset at)
    {
        if (Move(IncidentState.ResponseEnded) is { } no) return no;
        ResponseEndedAt = at;
        return null;
    }
    public Refusal? BeginRecovery() => Move(IncidentState.Recovery);
    public Refusal? BeginReview() => Move(IncidentState.UnderReview);
    public Refusal? Close() => Move(IncidentState.Closed);
    public Refusal? Reopen() => Move(IncidentState.Reopened);
    public Refusal? FindUnfounded() => Move(IncidentState.Unfounded);

    public Refusal? MergeInto(Incident other)
    {
        if (other.Id == Id) return Refusal.Invalid("/into", "same-incident", "An incident is not merged into itself.");
        if (!other.IsOpen) return new Refusal("merge-target-closed", "The incident it would be merged into is not open.", "/into");
        if (Move(IncidentState.MergedInto) is { } no) return no;
        MergedIntoId = other.Id;
        return null;
    }

    /// <summary>An agency takes part; taking part twice changes nothing.</summary>
    public bool Join(string agency)
    {
        if (Participants.Contains(agency)) return false;
        Participants = [.. Participants, agency];
        Version++;
        return true;
    }

    /// <summary>Takes the grade that a person confirmed.</summary>
    public Refusal? TakeGrade(IncidentGrade grade)
    {
        if (Category == IncidentCategory.PublicSafety) return new Refusal("not-graded", "Public-safety incidents carry no grade (突发事件应对法 Art. 3).");
        Grade = grade;
        Version++;
        return null;
    }

    private Refusal? Move(IncidentState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
