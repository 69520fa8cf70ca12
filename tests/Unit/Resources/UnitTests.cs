using Coordination.Contracts.Events;
using Coordination.Resources.Units;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Contracts.Events.UnitState;

namespace Coordination.Tests.Unit.Resources;

using Boat = Coordination.Resources.Units.Unit;

public sealed class UnitTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<UnitState, UnitState[]> Table = new()
    {
        [Available] = [Alerted, UnitState.OutOfService],
        [Alerted] = [UnitState.Assigned, Available, UnitState.OutOfService],
        [UnitState.Assigned] = [UnitState.EnRoute, Available, UnitState.OutOfService],
        [UnitState.EnRoute] = [OnScene, Released, UnitState.OutOfService],
        [OnScene] = [Released, UnitState.OutOfService],
        [Released] = [Returning],
        [Returning] = [Available, UnitState.OutOfService],
        [UnitState.OutOfService] = [Available, OnScene, Released],
    };

    [Fact]
    public void The_table_of_a_unit_is_this_one_and_nothing_else_moves_it()
    {
        foreach (var from in Enum.GetValues<UnitState>())
            foreach (var to in Enum.GetValues<UnitState>())
            {
                var unit = In(from);
                var version = unit.Version;
                var allowed = Table[from].Contains(to);
                Assert.Equal(allowed, unit.Report(to, null, T0) is null);
                Assert.Equal(allowed ? to : from, unit.State);
                Assert.Equal(allowed ? version + 1 : version, unit.Version);
            }
    }

    [Fact]
    public void A_unit_is_leased_to_one_fill_at_a_time()
    {
        var unit = Boats();
        Assert.Null(unit.Lease(Guid.NewGuid(), null, 6));
        Assert.Equal("unit-held", unit.Lease(Guid.NewGuid(), null, 1)!.Rule);
        Assert.Equal("unit-held", unit.Report(Alerted, null, T0)!.Rule);
    }

    [Fact]
    public void Only_an_available_unit_is_leased_and_for_no_more_than_it_brings()
    {
        Assert.Equal("unit-not-available", In(Alerted).Lease(Guid.NewGuid(), null, 1)!.Rule);
        Assert.Equal("more-than-strength", Boats().Lease(Guid.NewGuid(), null, 7)!.Rule);
    }

    [Fact]
    public void A_unit_follows_its_fill_out_and_home_and_is_then_free()
    {
        var unit = Boats();
        unit.Lease(Guid.NewGuid(), Guid.NewGuid(), 6);
        foreach (var to in (UnitState[])[Alerted, UnitState.Assigned, UnitState.EnRoute, OnScene, UnitState.OutOfService, OnScene, Released, Returning])
        {
            Assert.True(unit.Follow(to, false, T0));
            Assert.Equal(to, unit.State);
        }
        Assert.True(unit.Follow(Available, true, T0));
        Assert.Null(unit.FillId);
        Assert.False(unit.Follow(Available, true, T0));
    }

    [Fact]
    public void A_unit_that_is_seen_on_scene_has_passed_the_states_before()
    {
        var unit = Boats();
        unit.Lease(Guid.NewGuid(), null, 6);
        unit.Follow(UnitState.Assigned, false, T0);
        Assert.True(unit.Follow(OnScene, false, T0));
        Assert.Equal(OnScene, unit.State);
    }

    [Fact]
    public void An_older_report_does_not_replace_a_newer_one()
    {
        var unit = Boats();
        unit.Report(Alerted, null, T0.AddMinutes(5));
        Assert.Equal("before-last-report", unit.Report(Available, null, T0)!.Rule);
    }

    [Fact]
    public void Primary_teams_are_called_up_before_reserves_and_no_more_than_needed()
    {
        Boat Team(CallUpRank rank, int strength) => Boat.Register(Guid.CreateVersion7(), null, "fire", "Team", "assault-boat", "boat", strength, rank, T0);
        var (reserve, small, large) = (Team(CallUpRank.Reserve, 20), Team(CallUpRank.Primary, 4), Team(CallUpRank.Primary, 6));
        Assert.Equal([large], ProposeCallUpCase.InOrder([reserve, small, large], 5));
        Assert.Equal([large, small, reserve], ProposeCallUpCase.InOrder([reserve, small, large], 11));
    }

    /// <summary>Invariants: one lease at a time; a version grows by one with every change and only then; no state outside the table is reached by reports.</summary>
    [Fact]
    public void Whatever_is_reported_and_leased_a_unit_stays_true()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, 999).ListOf().ToArbitrary(), commands =>
        {
            var unit = Boats();
            foreach (var c in commands)
            {
                var (version, state, lease) = (unit.Version, unit.State, unit.FillId);
                var to = Enum.GetValues<UnitState>()[c / 3 % 8];
                var changed = (c % 3) switch
                {
                    0 => unit.Report(to, null, T0) is null,
                    1 => unit.Lease(Guid.NewGuid(), null, 1 + (c % 8)) is null,
                    _ => unit.FillId is not null && unit.Follow(to, to == Available, T0),
                };
                if (unit.Version != (changed ? version + 1 : version)) return false;
                if (c % 3 == 0 && changed && !Table[state].Contains(unit.State)) return false;
                if (c % 3 == 1 && changed && lease is not null) return false;
            }
            return true;
        }));
    }

    private static Boat Boats() => Boat.Register(Guid.CreateVersion7(), null, "fire", "Boats 1", "assault-boat", "boat", 6, CallUpRank.Primary, T0);

    private static Boat In(UnitState state)
    {
        var unit = Boats();
        UnitState[] way = state switch
        {
            UnitState.OutOfService => [UnitState.OutOfService],
            _ => [.. Enum.GetValues<UnitState>().Where(s => s <= state && s != Available)],
        };
        foreach (var next in way) Assert.Null(unit.Report(next, null, T0));
        return unit;
    }
}
