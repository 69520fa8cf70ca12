using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;
using Coordination.Resources.Positions;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

public sealed class PositionTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);
    private static readonly ResourceSettings Settings = new();

    [Fact]
    public void Positions_are_taken_between_departure_and_release_and_at_no_other_time()
    {
        FillState[] tracked = [FillState.EnRoute, FillState.Staged, FillState.Assigned, FillState.Reassigned, FillState.OutOfService, FillState.ExtensionPending, FillState.ReturnPending];
        foreach (var state in Enum.GetValues<FillState>())
            Assert.Equal(tracked.Contains(state) ? null : "not-deployed", Position.Refuse(In(state, Guid.NewGuid()))?.Rule);
        Assert.Equal("no-unit", Position.Refuse(In(FillState.EnRoute, null))!.Rule);
    }

    /// <summary>Whatever is reported: no two that are kept lie closer in time than a minute, the place changes by fifty metres at least, and time does not run back.</summary>
    [Fact]
    public void However_often_a_set_reports_little_is_kept_of_it() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, 99_999).ListOf().ToArbitrary(), reports =>
    {
        var position = At(new(43, 126));
        foreach (var r in reports)
        {
            var (seen, arrived, place, version) = (position.SeenAt, position.ArrivedAt, new GeoPoint(position.Latitude!.Value, position.Longitude!.Value), position.Version);
            var kept = position.See(new(43 + (r % 100 / 50_000.0), 126), seen.AddSeconds((r / 100) - 400), Settings);
            if (kept != (position.Version == version + 1) || (!kept && (position.SeenAt, position.ArrivedAt) != (seen, arrived))) return false;
            if (kept && position.SeenAt < seen.AddSeconds(60)) return false;
            var moved = place.KilometresTo(new(position.Latitude.Value, position.Longitude.Value)) * 1000;
            if (moved is > 0 and < 50 || (moved > 0 && position.ArrivedAt != position.SeenAt)) return false;
        }
        return true;
    }));

    [Fact]
    public void Lost_contact_is_worked_out_from_the_age_of_the_last_position()
    {
        var position = At(new(43, 126));
        Assert.False(position.IsLost(T0.AddMinutes(15), Settings));
        Assert.True(position.IsLost(T0.AddMinutes(15).AddSeconds(1), Settings));
        Assert.True(position.See(new(43, 126), T0.AddMinutes(20), Settings));
        Assert.False(position.IsLost(T0.AddMinutes(21), Settings));
        Assert.Equal(T0, position.ArrivedAt);
    }

    [Fact]
    public void After_the_release_nothing_is_taken_and_what_is_forgotten_is_gone()
    {
        var position = At(new(43, 126));
        position.End(T0.AddHours(1));
        Assert.False(position.See(new(44, 127), T0.AddHours(2), Settings));
        position.Forget();
        Assert.Equal((null, null), (position.Latitude, position.Longitude));
    }

    /// <summary>An older replica takes a report and starts no clock: the next report does, or the place is never destroyed.</summary>
    [Fact]
    public void A_place_that_is_known_has_a_clock_that_destroys_it_whoever_took_it_first()
    {
        var position = At(new(43, 126));
        Assert.True(position.IsKeptForEver(null));
        Assert.True(position.See(new(43, 126), T0.AddMinutes(5), Settings));
        ClockState[] live = [ClockState.Scheduled, ClockState.Running, ClockState.Paused];
        foreach (var state in Enum.GetValues<ClockState>()) Assert.Equal(!live.Contains(state), position.IsKeptForEver(state));
        position.Forget();
        Assert.False(position.IsKeptForEver(null));
        Assert.True(position.See(new(43, 127), T0.AddMinutes(10), Settings));
        Assert.True(position.IsKeptForEver(ClockState.Breached));
        // A release has a clock of its own.
        position.End(T0.AddHours(1));
        Assert.False(position.IsKeptForEver(ClockState.Cancelled));
    }

    [Fact]
    public void What_is_kept_of_a_position_names_no_person_and_no_device() => Assert.Equal(
        ["Agency", "ArrivedAt", "EndedAt", "ExerciseId", "Id", "IncidentId", "Latitude", "Longitude", "RequesterAgency", "SeenAt", "UnitId", "Version"],
        typeof(Position).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    private static Position At(GeoPoint place) => Position.Begin(In(FillState.EnRoute, Guid.NewGuid()), place, T0);

    private static Fill In(FillState state, Guid? unit) => Fill.Open(new(Guid.NewGuid(), null, null, null, null, "city", "neighbour", RmMessage.CommitResource, RmResponse.Accept, null,
        "assault-boat", 6, "boat", unit, null, null, null, null, state, T0), FillSide.Supplier, null);
}
