using Coordination.Contracts.Events;
using Coordination.Intake.EventNotices;
using Coordination.Intake.Hazards;
using Coordination.Platform;

namespace Coordination.Intake.Indicators;

/// <summary>What a new indicator measures, where, and what it warns of.</summary>
internal sealed record NewIndicator(
    Guid Id, Guid? ExerciseId, IndicatorKind Kind, EventKind EventKind, string? EventCode, string OwnerAgency, Place Place, double ClearAfterMinutes,
    IReadOnlyList<Threshold> Thresholds, int? SilentAfterMinutes);

/// <summary>
/// A measure of a place or thing whose level proposes a warning (突发事件应对法 Art. 63). People appear in it only as an anonymous count against
/// the capacity of a venue.
/// </summary>
internal sealed class WarningIndicator
{
    private static readonly IndicatorState[] Levels =
        [IndicatorState.Normal, IndicatorState.Advisory, IndicatorState.Blue, IndicatorState.Yellow, IndicatorState.Orange, IndicatorState.Red];

    public static readonly Lifecycle<IndicatorState> Life = new(
        [.. Levels.Select(from => (from, Ahead(from))), (IndicatorState.Cleared, [.. Levels, IndicatorState.Offline]), (IndicatorState.Offline, [.. Levels, IndicatorState.Cleared])]);

    private WarningIndicator() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public IndicatorState State { get; private set; }
    public IndicatorKind Kind { get; private set; }
    public EventKind EventKind { get; private set; }
    public string? EventCode { get; private set; }
    public string OwnerAgency { get; private set; } = "";
    public string AreaCode { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string? PlaceText { get; private set; }
    public int? Capacity { get; private set; }
    public Guid? HazardId { get; private set; }
    public Guid? EventNoticeId { get; private set; }
    public List<Threshold> Thresholds { get; private set; } = [];
    public double ClearAfterMinutes { get; private set; }
    public int? SilentAfterMinutes { get; private set; }
    public double? LastValue { get; private set; }
    public DateTimeOffset? LastReadingAt { get; private set; }
    public ReadingConfidence Confidence { get; private set; }
    public DateTimeOffset? BelowSince { get; private set; }
    public bool SensorSilent { get; private set; }
    public IndicatorState Held { get; private set; }

    /// <summary>A crowd is counted only in a venue that the register knows, or at an event that its operator filed.</summary>
    public static (WarningIndicator? Indicator, Refusal? Refusal) Register(NewIndicator n, Hazard? hazard, EventNotice? notice)
    {
        if ((n.Place.Refuse("/place") ?? Code.RefuseEvent("", n.EventCode, n.EventKind, null) ?? Threshold.Refuse(n.Thresholds)) is { } no) return (null, no);
        var crowd = n.Kind == IndicatorKind.CrowdOccupancy;
        if (crowd != (n.EventKind == EventKind.CrowdSafety)) return (null, Refusal.Invalid("/eventKind", "crowd-safety", "A crowd indicator warns of crowd safety, and no other does."));
        if (!crowd && notice is not null) return (null, Refusal.Invalid("/eventNoticeId", "notice-for-crowds", "Only a crowd indicator watches a filed event."));
        if (crowd && hazard?.Capacity is null && notice is null)
            return (null, Refusal.Invalid("/hazardId", "venue-required", "A crowd is counted in a registered venue, or at an event that its operator filed."));
        if (notice is { State: EventNoticeState.Withdrawn or EventNoticeState.Ended }) return (null, new Refusal("notice-over", "The event is over or was withdrawn."));
        return (new WarningIndicator
        {
            Id = n.Id, ExerciseId = n.ExerciseId, Kind = n.Kind, EventKind = n.EventKind, EventCode = n.EventCode, OwnerAgency = n.OwnerAgency,
            AreaCode = n.Place.AreaCode, Latitude = n.Place.Latitude, Longitude = n.Place.Longitude, PlaceText = n.Place.Description,
            Capacity = crowd ? hazard?.Capacity ?? notice!.Capacity : null, HazardId = hazard?.Id, EventNoticeId = notice?.Id,
            Thresholds = [.. n.Thresholds], ClearAfterMinutes = n.ClearAfterMinutes, SilentAfterMinutes = n.SilentAfterMinutes,
        }, null);
    }

    public Place Where() => new(AreaCode, Latitude, Longitude, PlaceText);

    /// <summary>Multiplied first: whole counts stay exact, and a level begins exactly at its percent.</summary>
    public double? Percent() => Capacity is { } capacity && LastValue is { } value ? value * 100 / capacity : null;

    /// <summary>A colour of a warning that a reading or its authority shows, not one that is only held until readings below it have lasted.</summary>
    public bool ProposesWarning() => State is >= IndicatorState.Blue and <= IndicatorState.Red && BelowSince is null;

    public bool IsRaised() => State is >= IndicatorState.Advisory and <= IndicatorState.Red;

    /// <summary>Takes a reading. One that is older than the newest is kept in the log and moves nothing.</summary>
    public Refusal? Take(string agency, double value, ReadingMethod method, DateTimeOffset at)
    {
        if (Owns(agency) is { } foreign) return foreign;
        if (!double.IsFinite(value)) return Refusal.Invalid("/value", "finite", "Must be a finite number.");
        if (Capacity is not null && (value < 0 || value > 10_000_000 || value != Math.Floor(value)))
            return Refusal.Invalid("/value", "whole-count", "A crowd is a whole count of persons, from 0.");
        if (at < LastReadingAt) return null;
        (LastValue, LastReadingAt, Version) = (value, at, Version + 1);
        Confidence = method == ReadingMethod.Manual ? ReadingConfidence.Low : ReadingConfidence.Normal;
        SensorSilent &= method == ReadingMethod.Manual;
        var reached = Thresholds.LastOrDefault(t => (Percent() ?? value) >= t.Value)?.Level;
        if (reached is { } level)
        {
            BelowSince = null;
            Stand(level);
        }
        else
        {
            FallBelow(at);
        }
        return null;
    }

    /// <summary>The authority's own level, for example a signal of the met office. A crowd is counted, never declared.</summary>
    public Refusal? Declare(string agency, IndicatorState level, DateTimeOffset at)
    {
        if (Owns(agency) is { } foreign) return foreign;
        if (Capacity is not null) return new Refusal("crowd-is-counted", "The level of a crowd follows its count.");
        if (level == IndicatorState.Offline) return Refusal.Invalid("/level", "not-a-level", "Offline is reported, not declared.");
        if (Life.Refuse(State, level) is { } no) return no;
        (State, Confidence, BelowSince, SensorSilent, LastReadingAt, Version) = (level, ReadingConfidence.Normal, null, false, at, Version + 1);
        return null;
    }

    /// <summary>Nothing is known any more: the sensor is silent, or nobody counted in its place.</summary>
    public Refusal? GoOffline()
    {
        if (Life.Refuse(State, IndicatorState.Offline) is { } no) return no;
        (Held, State, SensorSilent, Version) = (State, IndicatorState.Offline, true, Version + 1);
        return null;
    }

    public Refusal? Owns(string agency) => agency == OwnerAgency ? null : Refusal.Forbidden("not-owner", "Another agency reads this indicator.");

    /// <summary>Below all levels a raised indicator stands where it stood until readings have shown it for long enough.</summary>
    private void FallBelow(DateTimeOffset at)
    {
        if (State == IndicatorState.Offline) Stand(Held);
        if (!IsRaised())
        {
            BelowSince = null;
            return;
        }
        BelowSince ??= at;
        if (at - BelowSince >= TimeSpan.FromMinutes(ClearAfterMinutes)) Stand(IndicatorState.Cleared);
    }

    private void Stand(IndicatorState level)
    {
        if (Life.Allows(State, level)) State = level;
    }

    private static IndicatorState[] Ahead(IndicatorState from) =>
        [.. Levels.Where(to => to != from), IndicatorState.Offline, .. from == IndicatorState.Normal ? (IndicatorState[])[] : [IndicatorState.Cleared]];
}
