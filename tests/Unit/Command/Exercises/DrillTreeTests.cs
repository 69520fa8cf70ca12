using Coordination.Command.Exercises;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Exercises;

public sealed class DrillTreeTests
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly DrillState[] Over = [DrillState.Ended, DrillState.Evaluated, DrillState.ImprovementTracked, DrillState.Closed, DrillState.Aborted, DrillState.Cancelled];

    private static Drill Planned(Drill? parent = null, params string?[] roles) => Drill.Plan(
        Guid.CreateVersion7(), null, PlanTests.InForce(), parent?.Id, DrillForm.Live, DrillScope.Comprehensive,
        [.. (roles.Length > 0 ? roles : [null]).Select(r => new Inject(0, 5, "The bridge is full", "One-way flow", 10, Role: r))]);

    private static Drill Briefed(Drill? parent = null, params string?[] roles)
    {
        var drill = Planned(parent, roles);
        Assert.Null(drill.Approve());
        Assert.Null(drill.Brief());
        return drill;
    }

    [Fact]
    public void The_whole_begins_ends_and_is_evaluated_over_its_parts_and_a_part_ends_alone()
    {
        var (province, late) = (Briefed(), Planned());
        Drill city = Briefed(province), county = Briefed(city), off = Planned(province);
        late = Planned(province);
        var whole = new DrillTree(province, [county, city, off, late]);
        Assert.Equal([city, off, late, county], whole.Parts);
        Machine.Refused(new DrillTree(city, [county]).Start(null), "part-of-parent");
        Machine.Refused(whole.Start(null), "part-not-briefed");
        Assert.All([province, city, county], d => Assert.Equal(DrillState.Briefed, d.State));
        Assert.Null(off.Cancel());
        Assert.Null(late.Cancel());
        var exercise = Guid.CreateVersion7();
        Assert.Null(whole.Start(exercise));
        Assert.Equal([province, city, county], whole.Moved);
        Assert.All(whole.Moved, d => Assert.Equal((DrillState.Running, exercise), (d.State, d.PlayedIn)));

        Assert.Null(new DrillTree(county, []).End());
        Assert.Equal((DrillState.Running, DrillState.Running), (province.State, city.State));
        Assert.Null(whole.End());
        Assert.Equal([province, city], whole.Moved);
        Machine.Refused(whole.Evaluate([]), "part-not-evaluated");
        Assert.Null(new DrillTree(county, []).Evaluate([]));
        Assert.Null(new DrillTree(city, [county]).Evaluate([]));
        Assert.Null(whole.Evaluate([]));
        Assert.Equal([province], whole.Moved);
    }

    [Fact]
    public void A_real_incident_breaks_off_the_whole_and_what_runs_of_it()
    {
        var province = Briefed();
        Drill city = Briefed(province), county = Briefed(province);
        var whole = new DrillTree(province, [city, county]);
        Assert.Null(whole.Start(null));
        Assert.Null(county.End());
        var incident = Guid.CreateVersion7();
        Assert.Null(whole.Abort(incident));
        Assert.Equal([(DrillState.Aborted, incident), (DrillState.Aborted, incident), (DrillState.Ended, (Guid?)null)], new[] { province, city, county }.Select(d => (d.State, d.AbortedFor)));
        Machine.Refused(whole.Abort(incident), "illegal-transition");
    }

    [Fact]
    public void A_part_is_planned_before_the_whole_begins_in_its_world_and_place_and_not_too_deep()
    {
        var parent = Planned();
        Assert.Null(DrillTree.RefusePart(parent, null, 1, true));
        Machine.Refused(DrillTree.RefusePart(parent, Guid.CreateVersion7(), 1, true), "exercise-mismatch");
        Machine.Refused(DrillTree.RefusePart(parent, null, 1, false), "outside-parent-place");
        Machine.Refused(DrillTree.RefusePart(parent, null, DrillTree.Deepest, true), "drill-too-deep");
        Assert.Null(parent.Cancel());
        Machine.Refused(DrillTree.RefusePart(parent, null, 1, true), "parent-begun");
    }

    [Fact]
    public void Results_are_counted_by_role_over_the_whole_and_its_parts()
    {
        var province = Briefed(null, "duty manager", null);
        Drill city = Briefed(province, "duty manager", "bridge post"), off = Planned(province, "duty manager");
        Assert.Null(off.Cancel());
        var whole = new DrillTree(province, [city, off]);
        Assert.Null(whole.Start(null));
        Assert.Null(province.Play(1, T0));
        Assert.Null(province.Observe(1, InjectOutcome.AsExpected, T0));
        Assert.Null(city.Play(1, T0));
        Assert.Null(city.Observe(1, InjectOutcome.AsExpected, T0.AddHours(1)));
        Assert.Equal([new RoleResult("bridge post", 1, 0, 0, 0, 0, 1), new("duty manager", 2, 1, 1, 0, 0, 0), new(null, 1, 0, 0, 0, 0, 1)], whole.Results());
    }

    /// <summary>Whatever tree, and whatever is decided of whatever drill in it: each drill is in the whole once, nothing runs under what is over, and no part begins without the whole.</summary>
    [Fact]
    public void Nothing_runs_under_what_is_over_and_no_part_begins_before_the_whole() => Prop.ForAll(
        Gen.Choose(0, 1000).ArrayOf(8).Zip(Gen.Choose(0, 5000).ArrayOf(60)).ToArbitrary(), of =>
    {
        var (parents, decisions) = of;
        List<Drill> all = [Planned()];
        foreach (var parent in parents) all.Add(Planned(all[parent % all.Count]));
        foreach (var n in decisions)
        {
            var drill = all[n % all.Count];
            var tree = new DrillTree(drill, all.Except([drill]));
            var before = all.ToDictionary(d => d, d => d.Version);
            var refusal = (n / all.Count % 10) switch
            {
                0 or 1 => drill.Approve(),
                2 or 3 => drill.Brief(),
                4 or 5 => tree.Start(null),
                6 => tree.End(),
                7 => tree.Evaluate([]),
                8 => n % 3 == 0 ? tree.Abort(Guid.NewGuid()) : null,
                _ => n % 3 == 0 ? tree.Cancel() : null,
            };
            if (refusal is not null && all.Exists(d => d.Version != before[d])) return false;
            if (tree.Parts.Count != tree.Parts.Distinct().Count() || tree.Parts.Contains(drill)) return false;
        }
        return new DrillTree(all[0], all).Parts.Count == 8 && all.TrueForAll(d => all.Find(p => p.Id == d.ParentDrillId) is not { } parent
            || ((d.State != DrillState.Running || parent.State == DrillState.Running) && (!parent.IsToCome || d.IsToCome || d.State == DrillState.Cancelled)
                && (!Over.Contains(parent.State) || (d.State != DrillState.Running && !d.IsToCome))));
    }).QuickCheckThrowOnFailure();
}
