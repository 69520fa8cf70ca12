using Coordination.Command.Groups;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command.Groups;

public sealed class WorkingGroupTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly GroupPost Head = new("health", "deputy director");

    private static WorkingGroup Formed() => WorkingGroup.Form(Guid.CreateVersion7(), null, Guid.CreateVersion7(), GroupKind.Medical, T0);

    [Fact]
    public void The_table_of_a_group_is_this_one() => Machine.HasTable(WorkingGroup.Life, """
        Formed: Staffed
        Staffed: Operating
        Operating: Released
        """);

    [Fact]
    public void Whatever_is_decided_a_group_that_left_the_paper_has_a_head() => Machine.Keeps(
        Formed, WorkingGroup.Life, g => g.State, g => g.Version, g => g.State == GroupState.Formed || g.Head is not null,
        (g, n) => g.Staff(Head, Posts(n % 10)), (g, n) => g.Restaff(Head, Posts(n % 12)), (g, _) => g.Operate(), (g, n) => n % 7 == 0 ? g.Release() : null);

    [Fact]
    public void More_than_seven_who_report_to_one_head_raise_a_warning()
    {
        var group = Formed();
        group.Staff(Head, Posts(7));
        Assert.False(group.ExceedsSpan(7));
        Assert.Null(group.Restaff(Head, Posts(8)));
        Assert.True(group.ExceedsSpan(7));
    }

    [Fact]
    public void Posts_change_only_in_a_group_that_is_staffed_or_at_work() => Machine.Refused(Formed().Restaff(Head, []), "group-not-staffed");

    [Fact]
    public void A_post_names_an_agency_by_its_code_and_nobody_by_name()
    {
        Machine.Refused(Formed().Staff(Head with { Agency = "Dr. Wang" }, []), "code");
        Machine.Refused(Formed().Staff(Head, [Head, new("a person", "driver")]), "code");
    }

    private static GroupPost[] Posts(int count) => [.. Enumerable.Range(1, count).Select(i => new GroupPost("hospital-" + i, "physician on duty"))];
}
