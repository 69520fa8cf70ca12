using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.EventNotices;

/// <summary>The licence of an event.</summary>
/// <param name="DocumentId">Number of the application or licence.</param>
/// <param name="AppliedAt">When it was applied for.</param>
/// <param name="GrantedAt">When it was granted, or null while undecided.</param>
public sealed record Permit([property: Text(64)] string DocumentId, [property: NotInFuture] DateTimeOffset AppliedAt, [property: NotInFuture] DateTimeOffset? GrantedAt = null);

/// <summary>What an operator files.</summary>
internal sealed record NewEventNotice(
    Guid Id, Guid? ExerciseId, EventNoticeKind Kind, VenueKind Venue, string OperatorAgency, Place Place, int ExpectedAttendance, int Capacity,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, Permit? Permit);

/// <summary>
/// Notice of a commercial, sport or cultural event at a venue, filed by its operator. It has no purpose, no participants and no organisers'
/// members, and no kind for an assembly, procession, picket or petition.
/// </summary>
internal sealed class EventNotice
{
    public static readonly Lifecycle<EventNoticeState> Life = new(
        (EventNoticeState.Filed, [EventNoticeState.Acknowledged, EventNoticeState.Withdrawn]),
        (EventNoticeState.Acknowledged, [EventNoticeState.Ended, EventNoticeState.Withdrawn]));

    private EventNotice() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public EventNoticeState State { get; private set; }
    public EventNoticeKind Kind { get; private set; }
    public VenueKind Venue { get; private set; }
    public string OperatorAgency { get; private set; } = "";
    public string AreaCode { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string? PlaceText { get; private set; }
    public int ExpectedAttendance { get; private set; }
    public int Capacity { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset FiledAt { get; private set; }
    public Permit? Permit { get; private set; }
    public List<NoticeWarning> Warnings { get; private set; } = [];

    public static (EventNotice? Notice, Refusal? Refusal) File(NewEventNotice n, EventNoticeRule rule, DateTimeOffset now)
    {
        if (n.Place.Refuse("/place") is { } nowhere) return (null, nowhere);
        if (n.EndsAt <= n.StartsAt) return (null, Refusal.Invalid("/endsAt", "ends-before-start", "Must lie after the start."));
        if (n.StartsAt <= now) return (null, Refusal.Invalid("/startsAt", "not-ahead", "An event is filed before it starts."));
        if (RefusePermit(n.Permit, "/permit") is { } bad) return (null, bad);
        var notice = new EventNotice
        {
            Id = n.Id, ExerciseId = n.ExerciseId, Kind = n.Kind, Venue = n.Venue, OperatorAgency = n.OperatorAgency, AreaCode = n.Place.AreaCode,
            Latitude = n.Place.Latitude, Longitude = n.Place.Longitude, PlaceText = n.Place.Description, ExpectedAttendance = n.ExpectedAttendance,
            Capacity = n.Capacity, StartsAt = n.StartsAt, EndsAt = n.EndsAt, FiledAt = now, Permit = n.Permit,
        };
        notice.PointOut(rule);
        return (notice, null);
    }

    public Place Where() => new(AreaCode, Latitude, Longitude, PlaceText);

    public Refusal? AttachPermit(string agency, Permit permit, EventNoticeRule rule)
    {
        if ((Owns(agency) ?? RefusePermit(permit, "/permit")) is { } no) return no;
        if (State is EventNoticeState.Ended or EventNoticeState.Withdrawn) return new Refusal("notice-over", "The event is over or was withdrawn.");
        (Permit, Version) = (permit, Version + 1);
        PointOut(rule);
        return null;
    }

    public Refusal? Acknowledge() => Move(EventNoticeState.Acknowledged);

    public Refusal? End(string agency, DateTimeOffset now) => Owns(agency)
        ?? (now < StartsAt ? new Refusal("not-started", "The event has not started; withdraw the notice instead.") : Move(EventNoticeState.Ended));

    public Refusal? Withdraw(string agency) => Owns(agency) ?? Move(EventNoticeState.Withdrawn);

    /// <summary>What the register points out. It warns; it does not judge, and it stops nothing.</summary>
    private void PointOut(EventNoticeRule rule)
    {
        var licensed = ExpectedAttendance >= rule.LicenceFrom;
        Warnings = [];
        if (licensed && Permit is null) Warnings.Add(NoticeWarning.MissingPermit);
        if (licensed && Permit is { GrantedAt: null }) Warnings.Add(NoticeWarning.PermitPending);
        if (licensed && StartsAt - (Permit?.AppliedAt ?? FiledAt) < TimeSpan.FromDays(rule.FileDaysBefore)) Warnings.Add(NoticeWarning.FiledLate);
        if (ExpectedAttendance > Capacity) Warnings.Add(NoticeWarning.OverCapacity);
    }

    private static Refusal? RefusePermit(Permit? permit, string pointer) => Code.Refuse($"{pointer}/documentId", permit?.DocumentId)
        ?? (permit?.GrantedAt < permit?.AppliedAt ? Refusal.Invalid($"{pointer}/grantedAt", "granted-before-applied", "Must not lie before the application.") : null);

    private Refusal? Owns(string agency) => agency == OperatorAgency ? null : Refusal.Forbidden("not-operator", "Only the operator that filed the notice changes it.");

    private Refusal? Move(EventNoticeState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
