using Coordination.Contracts.Events;
using Coordination.Resources.Staging;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.Resources.Fills;

namespace Coordination.Tests.Unit.Resources;

public sealed class StagingTests
{
    private static readonly Guid Incident = Guid.NewGuid();

    [Fact]
    public void A_staging_area_admits_units_of_its_incident_while_it_is_open_and_has_room()
    {
        var area = Area(2);
        Assert.Null(area.Admits(Incident, 1));
        Assert.Equal("staging-full", area.Admits(Incident, 2)!.Rule);
        Assert.Equal("no-such-staging-area", area.Admits(Guid.NewGuid(), 0)!.Rule);
        Assert.Equal("no-such-staging-area", area.Admits(null, 0)!.Rule);
        Assert.Equal("staging-occupied", area.Close(1, T0)!.Rule);
        Assert.Null(area.Close(0, T0));
        Assert.Equal("staging-closed", area.Admits(Incident, 0)!.Rule);
        Assert.Equal("staging-closed", area.Close(0, T0)!.Rule);
    }

    /// <summary>However units come and go: no more wait than there is room, it is closed only when empty, and a refusal changes nothing.</summary>
    [Fact]
    public void There_are_never_more_than_there_is_room_for() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Choose(0, 99).ListOf().ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (steps, capacity) =>
    {
        var (area, waiting) = (Area(capacity), 0);
        foreach (var step in steps)
        {
            var version = area.Version;
            if (step < 60) waiting += area.Admits(Incident, waiting) is null ? 1 : 0;
            else if (step < 95) waiting = Math.Max(0, waiting - 1);
            else if (area.Close(waiting, T0) is null != (area.Version == version + 1) || (area.ClosedAt is not null && waiting > 0)) return false;
            if (waiting > capacity) return false;
        }
        return true;
    }));

    [Fact]
    public void A_fill_waits_where_it_was_checked_in_until_it_is_put_to_work_or_released()
    {
        foreach (var next in (FillStep[])[FillStep.Assign, FillStep.Release])
        {
            var fill = In(FillState.EnRoute, FillSide.Requester);
            var area = Guid.NewGuid();
            Assert.Null(fill.Take(Step(FillStep.CheckIn) with { StagingAreaId = area }));
            Assert.Equal((FillState.Staged, area), (fill.State, fill.StagingAreaId));
            Assert.Null(fill.Take(Step(next)));
            Assert.Null(fill.StagingAreaId);
        }
    }

    [Fact]
    public void What_is_kept_of_a_staging_area_names_no_person() => Assert.Equal(
        ["Agency", "Capacity", "ClosedAt", "ExerciseId", "Id", "IncidentId", "Latitude", "Longitude", "Name", "OpenedAt", "Version"],
        typeof(StagingArea).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    private static StagingArea Area(int capacity) => StagingArea.Open(Guid.NewGuid(), null, "city", Incident, "East stadium", new(43, 126), capacity, T0);
}
