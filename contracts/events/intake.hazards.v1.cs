namespace Coordination.Contracts.Events;

/// <summary>A hazard entered the register or changed. Subject: the incident once it became one, else the hazard.</summary>
/// <param name="HazardId">The hazard.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">State after the change.</param>
/// <param name="OwnerAgency">Who answers for it.</param>
/// <param name="AreaCode">Area.</param>
/// <param name="Latitude">Degrees, WGS 84, or null.</param>
/// <param name="Longitude">Degrees, WGS 84, or null.</param>
/// <param name="Capacity">Persons it holds, for a venue; null otherwise.</param>
/// <param name="Rating">Rating, or null before the assessment.</param>
/// <param name="MajorPotential">True when it can cause a 重大 event or worse: it is then registered above too (Art. 33).</param>
/// <param name="RectifyBy">When it must be right, or null.</param>
/// <param name="RectifiedBy">Agency that must put it right, or null.</param>
/// <param name="IncidentId">What it became, or null.</param>
/// <param name="ChangedAt">When.</param>
[EventType("intake.hazard-changed.v1", Label = Labels.Green)]
public sealed record HazardChanged(
    Guid HazardId, HazardKind Kind, HazardState State, string OwnerAgency, string AreaCode, double? Latitude, double? Longitude, int? Capacity,
    HazardRating? Rating, bool MajorPotential, DateTimeOffset? RectifyBy, string? RectifiedBy, Guid? IncidentId, DateTimeOffset ChangedAt) : IEvent;

/// <summary>A hazard was checked.</summary>
/// <param name="InspectionId">The entry in the inspection log.</param>
/// <param name="HazardId">The hazard.</param>
/// <param name="Kind">Which check.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="ByAgency">Who checked.</param>
/// <param name="InspectedAt">When.</param>
[EventType("intake.hazard-inspected.v1", Label = Labels.Green)]
public sealed record HazardInspected(
    Guid InspectionId, Guid HazardId, InspectionKind Kind, InspectionOutcome Outcome, string ByAgency, DateTimeOffset InspectedAt) : IEvent;

/// <summary>An indicator is watched from now on.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="EventKind">Event it warns of.</param>
/// <param name="EventCode">Code of the warning system, or null.</param>
/// <param name="OwnerAgency">Who reads it.</param>
/// <param name="AreaCode">Area.</param>
/// <param name="Latitude">Degrees, WGS 84, or null.</param>
/// <param name="Longitude">Degrees, WGS 84, or null.</param>
/// <param name="Capacity">Persons the venue holds, for a crowd; null otherwise.</param>
/// <param name="HazardId">Hazard it watches, or null.</param>
/// <param name="EventNoticeId">Event notice it watches, or null.</param>
/// <param name="RegisteredAt">When.</param>
[EventType("intake.indicator-registered.v1", Label = Labels.Green)]
public sealed record IndicatorRegistered(
    Guid IndicatorId, IndicatorKind Kind, EventKind EventKind, string? EventCode, string OwnerAgency, string AreaCode, double? Latitude,
    double? Longitude, int? Capacity, Guid? HazardId, Guid? EventNoticeId, DateTimeOffset RegisteredAt) : IEvent;

/// <summary>
/// An indicator took another level. It proposes a warning; an authorised body makes it (突发事件应对法 Art. 63). Subject: the indicator.
/// </summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="EventKind">Event it warns of.</param>
/// <param name="EventCode">Code of the warning system, or null.</param>
/// <param name="OwnerAgency">Who reads it.</param>
/// <param name="AreaCode">Area.</param>
/// <param name="Latitude">Degrees, WGS 84, or null.</param>
/// <param name="Longitude">Degrees, WGS 84, or null.</param>
/// <param name="From">Level before.</param>
/// <param name="State">Level now.</param>
/// <param name="Value">Reading in the unit of the kind; persons for a crowd; null when there was none.</param>
/// <param name="Percent">Percent of the capacity, for a crowd; null otherwise.</param>
/// <param name="Confidence">How far it can be trusted.</param>
/// <param name="ProposesWarning">True when the new level is Blue to Red, and not only held until readings below it have lasted.</param>
/// <param name="HazardId">Hazard it watches, or null.</param>
/// <param name="EventNoticeId">Event notice it watches, or null.</param>
/// <param name="ChangedAt">When the reading was taken or the level declared.</param>
[EventType("intake.indicator-level-changed.v1", Label = Labels.Green)]
public sealed record IndicatorLevelChanged(
    Guid IndicatorId, IndicatorKind Kind, EventKind EventKind, string? EventCode, string OwnerAgency, string AreaCode, double? Latitude,
    double? Longitude, IndicatorState From, IndicatorState State, double? Value, double? Percent, ReadingConfidence Confidence, bool ProposesWarning,
    Guid? HazardId, Guid? EventNoticeId, DateTimeOffset ChangedAt) : IEvent;

/// <summary>An operator filed an event at a venue, or the notice changed. No purpose, no participants, no names.</summary>
/// <param name="EventNoticeId">The notice.</param>
/// <param name="Kind">What kind of event.</param>
/// <param name="Venue">What kind of venue.</param>
/// <param name="State">State after the change.</param>
/// <param name="OperatorAgency">Who filed it.</param>
/// <param name="AreaCode">Area.</param>
/// <param name="Latitude">Degrees, WGS 84, or null.</param>
/// <param name="Longitude">Degrees, WGS 84, or null.</param>
/// <param name="ExpectedAttendance">Persons expected at one time.</param>
/// <param name="Capacity">Persons the venue holds.</param>
/// <param name="StartsAt">Start.</param>
/// <param name="EndsAt">End.</param>
/// <param name="Warnings">What the register points out.</param>
/// <param name="ChangedAt">When.</param>
[EventType("intake.event-notice-changed.v1", Label = Labels.Green)]
public sealed record EventNoticeChanged(
    Guid EventNoticeId, EventNoticeKind Kind, VenueKind Venue, EventNoticeState State, string OperatorAgency, string AreaCode, double? Latitude,
    double? Longitude, int ExpectedAttendance, int Capacity, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<NoticeWarning> Warnings,
    DateTimeOffset ChangedAt) : IEvent;
