using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Indicators;

/// <summary>An indicator.</summary>
/// <param name="Id">The indicator.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">Level, or Offline.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="EventKind">Event it warns of.</param>
/// <param name="EventCode">Code of the warning system, or null.</param>
/// <param name="OwnerAgency">Who reads it.</param>
/// <param name="Place">Where.</param>
/// <param name="Capacity">Persons the venue holds, for a crowd.</param>
/// <param name="HazardId">Hazard it watches, or null.</param>
/// <param name="EventNoticeId">Event notice it watches, or null.</param>
/// <param name="Thresholds">Its levels.</param>
/// <param name="LastValue">Newest reading, or null.</param>
/// <param name="Percent">Newest reading in percent of the capacity, for a crowd.</param>
/// <param name="LastReadingAt">When it was taken, or null.</param>
/// <param name="Confidence">How far the level can be trusted.</param>
/// <param name="BelowSince">Since when it has been below all levels while still raised, or null.</param>
/// <param name="SensorSilent">True while counts by hand stand in for the sensor.</param>
public sealed record IndicatorView(
    Guid Id, int Version, IndicatorState State, IndicatorKind Kind, EventKind EventKind, string? EventCode, string OwnerAgency, Place Place, int? Capacity,
    Guid? HazardId, Guid? EventNoticeId, IReadOnlyList<Threshold> Thresholds, double? LastValue, double? Percent, DateTimeOffset? LastReadingAt,
    ReadingConfidence Confidence, DateTimeOffset? BelowSince, bool SensorSilent) : IVersioned
{
    internal static IndicatorView Of(WarningIndicator i) => new(
        i.Id, i.Version, i.State, i.Kind, i.EventKind, i.EventCode, i.OwnerAgency, i.Where(), i.Capacity, i.HazardId, i.EventNoticeId, i.Thresholds,
        i.LastValue, i.Percent(), i.LastReadingAt, i.Confidence, i.BelowSince, i.SensorSilent);

    /// <summary>Says so when the level is another than before.</summary>
    internal static void AppendChange(IntakeDb db, WarningIndicator i, IndicatorState before, DateTimeOffset at)
    {
        if (i.State == before) return;
        db.Append(i.Id, new IndicatorLevelChanged(
            i.Id, i.Kind, i.EventKind, i.EventCode, i.OwnerAgency, i.AreaCode, i.Latitude, i.Longitude, before, i.State, i.LastValue, i.Percent(), i.Confidence,
            i.ProposesWarning(), i.HazardId, i.EventNoticeId, at));
    }
}
