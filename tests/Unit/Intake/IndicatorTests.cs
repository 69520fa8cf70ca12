using Coordination.Contracts.Events;
using Coordination.Intake.EventNotices;
using Coordination.Intake.Hazards;
using Coordination.Intake.Indicators;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class IndicatorTests
{
    private const string Owner = "dongmen-street";

    [Fact]
    public void An_indicator_takes_exactly_these_ways() => Machine.HasTable(WarningIndicator.Life, """
        Normal: Advisory Blue Yellow Orange Red Offline
        Advisory: Normal Blue Yellow Orange Red Cleared Offline
        Blue: Normal Advisory Yellow Orange Red Cleared Offline
        Yellow: Normal Advisory Blue Orange Red Cleared Offline
        Orange: Normal Advisory Blue Yellow Red Cleared Offline
        Red: Normal Advisory Blue Yellow Orange Cleared Offline
        Cleared: Normal Advisory Blue Yellow Orange Red Offline
        Offline: Normal Advisory Blue Yellow Orange Red Cleared
        """);

    [Fact]
    public void Whatever_is_asked_of_an_indicator_it_keeps_its_promises()
    {
        var minute = 0;
        Machine.Keeps(
            Crowd, WarningIndicator.Life, i => i.State, i => i.Version,
            i => (i.State != IndicatorState.Offline || i.SensorSilent) && (i.BelowSince is null || i.IsRaised() || i.State is IndicatorState.Cleared or IndicatorState.Offline)
                && i.LastValue is null or >= 0,
            (i, n) => i.Take(Owner, (n % 2500) - 5, n % 3 == 0 ? ReadingMethod.Manual : ReadingMethod.Sensor, T0.AddMinutes(minute += n % 4 == 0 ? -7 : 9)),
            (i, n) => i.Take(n % 5 == 0 ? "other" : Owner, n % 2500, ReadingMethod.Sensor, T0.AddMinutes(minute += 11)),
            (i, n) => n % 3 == 0 ? i.GoOffline() : i.Declare(Owner, IndicatorState.Red, T0));
    }

    [Theory]
    [InlineData(799, IndicatorState.Normal)]
    [InlineData(800, IndicatorState.Advisory)]
    [InlineData(899, IndicatorState.Advisory)]
    [InlineData(900, IndicatorState.Yellow)]
    [InlineData(1000, IndicatorState.Orange)]
    [InlineData(1099, IndicatorState.Orange)]
    [InlineData(1100, IndicatorState.Red)]
    [InlineData(5000, IndicatorState.Red)]
    public void A_crowd_stands_at_the_level_of_its_share_of_the_capacity(double count, IndicatorState state)
    {
        var crowd = Crowd();
        Assert.Null(crowd.Take(Owner, count, ReadingMethod.Sensor, T0));
        Assert.Equal(state, crowd.State);
    }

    [Fact]
    public void A_level_begins_exactly_at_its_percent()
    {
        var venue = Hazard.Identify(Guid.CreateVersion7(), null, HazardKind.VenueCapacity, "hall", Owner, Place(), 700, []).Hazard!;
        foreach (var (count, state) in ((int, IndicatorState)[])[(559, IndicatorState.Normal), (560, IndicatorState.Advisory), (630, IndicatorState.Yellow), (699, IndicatorState.Yellow), (700, IndicatorState.Orange), (770, IndicatorState.Red)])
        {
            var crowd = WarningIndicator.Register(New(), venue, null).Indicator!;
            Take(crowd, count, 0, state);
        }
    }

    [Fact]
    public void A_crowd_is_clear_after_half_an_hour_below_eighty_percent()
    {
        var crowd = Crowd();
        Take(crowd, 1000, 0, IndicatorState.Orange);
        Take(crowd, 850, 10, IndicatorState.Advisory);
        Take(crowd, 700, 20, IndicatorState.Advisory);
        Take(crowd, 820, 40, IndicatorState.Advisory);
        Take(crowd, 700, 45, IndicatorState.Advisory);
        Take(crowd, 600, 74, IndicatorState.Advisory);
        Take(crowd, 600, 75, IndicatorState.Cleared);
        Take(crowd, 100, 80, IndicatorState.Cleared);
        Take(crowd, 950, 90, IndicatorState.Yellow);
    }

    [Fact]
    public void A_count_by_hand_stands_in_for_a_silent_sensor_with_low_confidence()
    {
        var crowd = Crowd();
        Take(crowd, 1000, 0, IndicatorState.Orange);
        Assert.Null(crowd.GoOffline());
        Assert.Equal(IndicatorState.Offline, crowd.State);
        Take(crowd, 1010, 5, IndicatorState.Orange, ReadingMethod.Manual);
        Assert.Equal((ReadingConfidence.Low, true), (crowd.Confidence, crowd.SensorSilent));
        Take(crowd, 1010, 10, IndicatorState.Orange);
        Assert.Equal((ReadingConfidence.Normal, false), (crowd.Confidence, crowd.SensorSilent));
    }

    [Fact]
    public void A_level_is_held_through_silence_until_readings_show_that_it_is_over()
    {
        var crowd = Crowd();
        Take(crowd, 1000, 0, IndicatorState.Orange);
        Assert.True(crowd.ProposesWarning());
        Assert.Null(crowd.GoOffline());
        Take(crowd, 300, 5, IndicatorState.Orange, ReadingMethod.Manual);
        // Whoever comes back and shows that it is over warns of nothing.
        Assert.False(crowd.ProposesWarning());
        Take(crowd, 300, 35, IndicatorState.Cleared, ReadingMethod.Manual);
    }

    [Fact]
    public void A_reading_older_than_the_newest_moves_nothing()
    {
        var crowd = Crowd();
        Take(crowd, 1000, 10, IndicatorState.Orange);
        var version = crowd.Version;
        Take(crowd, 1200, 5, IndicatorState.Orange);
        Assert.Equal((version, 1000), (crowd.Version, crowd.LastValue));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(12.5)]
    [InlineData(1e8)]
    public void A_crowd_is_a_whole_count(double value) => Machine.Refused(Crowd().Take(Owner, value, ReadingMethod.Sensor, T0), "whole-count");

    [Fact]
    public void A_crowd_is_counted_and_never_declared() => Machine.Refused(Crowd().Declare(Owner, IndicatorState.Red, T0), "crowd-is-counted");

    [Fact]
    public void A_crowd_is_counted_only_in_a_known_venue_or_at_a_filed_event()
    {
        Machine.Refused(WarningIndicator.Register(New(), null, null).Refusal, "venue-required");
        var slope = Hazard.Identify(Guid.CreateVersion7(), null, HazardKind.Slope, "slope", Owner, Place(), null, []).Hazard;
        Machine.Refused(WarningIndicator.Register(New(), slope, null).Refusal, "venue-required");
        Assert.Equal(2000, WarningIndicator.Register(New(), null, Notice()).Indicator!.Capacity);
        var over = Notice();
        Assert.Null(over.Withdraw("mall"));
        Machine.Refused(WarningIndicator.Register(New(), null, over).Refusal, "notice-over");
    }

    [Fact]
    public void Nothing_but_a_crowd_warns_of_crowd_safety()
    {
        Machine.Refused(WarningIndicator.Register(New() with { EventKind = EventKind.Meteorological }, Venue(), null).Refusal, "crowd-safety");
        Machine.Refused(WarningIndicator.Register(Rain() with { EventKind = EventKind.CrowdSafety, EventCode = null }, null, null).Refusal, "crowd-safety");
        Machine.Refused(WarningIndicator.Register(Rain(), null, Notice()).Refusal, "notice-for-crowds");
    }

    [Fact]
    public void The_met_office_declares_its_own_signal()
    {
        var rain = WarningIndicator.Register(Rain(), null, null).Indicator!;
        Assert.Null(rain.Declare(Owner, IndicatorState.Yellow, T0));
        Assert.Null(rain.Declare(Owner, IndicatorState.Orange, T0));
        Machine.Refused(rain.Declare("county", IndicatorState.Red, T0), "not-owner");
        Machine.Refused(rain.Declare(Owner, IndicatorState.Offline, T0), "not-a-level");
        Machine.Refused(rain.Declare(Owner, IndicatorState.Orange, T0), "illegal-transition");
        Assert.Null(rain.Declare(Owner, IndicatorState.Cleared, T0));
    }

    [Fact]
    public void Levels_and_values_grow_together()
    {
        Machine.Refused(Threshold.Refuse([]), "no-thresholds");
        Machine.Refused(Threshold.Refuse([new(IndicatorState.Yellow, 5), new(IndicatorState.Blue, 9)]), "threshold-order");
        Machine.Refused(Threshold.Refuse([new(IndicatorState.Blue, 9), new(IndicatorState.Yellow, 9)]), "threshold-order");
        Machine.Refused(Threshold.Refuse([new(IndicatorState.Offline, 5)]), "threshold-level");
    }

    [Fact]
    public void A_reading_has_no_room_for_a_person() => Assert.Equal(
        ["Value", "TakenAt", "Method"], typeof(AppendReading).GetProperties().Select(p => p.Name));

    private static void Take(WarningIndicator crowd, double count, int minute, IndicatorState state, ReadingMethod method = ReadingMethod.Sensor)
    {
        Assert.Null(crowd.Take(Owner, count, method, T0.AddMinutes(minute)));
        Assert.Equal(state, crowd.State);
    }

    private static NewIndicator New() => new(
        Guid.CreateVersion7(), null, IndicatorKind.CrowdOccupancy, EventKind.CrowdSafety, null, Owner, Place(), 30,
        Shipped.Indicators.Single(r => r.Kind == IndicatorKind.CrowdOccupancy).Levels(), null);

    private static NewIndicator Rain() => New() with
    {
        Kind = IndicatorKind.Rainfall, EventKind = EventKind.Meteorological, EventCode = "11B03", Thresholds = [new(IndicatorState.Yellow, 50), new(IndicatorState.Orange, 100)],
    };

    private static Hazard Venue() => Hazard.Identify(Guid.CreateVersion7(), null, HazardKind.VenueCapacity, "footbridge", Owner, Place(), 1000, []).Hazard!;

    private static EventNotice Notice() => EventNotice.File(
        new(Guid.CreateVersion7(), null, EventNoticeKind.CommercialPromotion, VenueKind.ShoppingStreet, "mall", Place(), 900, 2000, T0.AddDays(10), T0.AddDays(11), null),
        Shipped.EventNotices, T0).Notice!;

    private static WarningIndicator Crowd() => WarningIndicator.Register(New(), Venue(), null).Indicator!;
}
