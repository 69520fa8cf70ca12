using Coordination.Command.Periods;
using Coordination.Command.Situation;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Periods;

public sealed class ActionPlanTests
{
    private static readonly DateTimeOffset T0 = OperationalPeriodTests.T0;
    private static readonly RadioChannel Command = new("Command", "TG 12", "351.525 MHz");
    internal static readonly WriteActionPlan Text = new([new("Nobody drowns", ObjectivePriority.LifeSafety, "Boats")], "Two by two", [new("fire", "School", "Bring them over", Channel: "Command")], [Command], "Rain");

    internal static ActionPlan Draft(WriteActionPlan? text = null, OperationalPeriod? period = null, params ActionPlan[] versions)
    {
        var (plan, refusal) = ActionPlan.Draft(period ?? OperationalPeriodTests.Planned(), text ?? Text, versions, "planner", "county", T0);
        Assert.Null(refusal);
        return plan!;
    }

    private static void Refused(WriteActionPlan text, string rule, string pointer)
    {
        var refusal = ActionPlan.Draft(OperationalPeriodTests.Planned(), text, [], "planner", "county", T0).Item2;
        Assert.Equal((rule, pointer), (refusal?.Rule, refusal?.Pointer));
    }

    private static List<Objective> Set(ActionPlan plan, IEnumerable<Objective> known) =>
        [.. known, .. plan.Objectives.Where(o => known.All(k => k.Number != o.Number)).Select(o => Objective.Set(Guid.CreateVersion7(), OperationalPeriodTests.Planned(), o, "county", T0))];

    [Fact]
    public void The_tables_of_a_plan_and_of_an_objective_are_these()
    {
        Machine.HasTable(ActionPlan.Life, """
            Draft: Approved Withdrawn
            Approved: Superseded
            """);
        Machine.HasTable(Objective.Life, "Open: Met Dropped");
    }

    [Fact]
    public void Whatever_is_decided_a_plan_keeps_to_its_table_and_nobody_approves_what_they_wrote()
    {
        string[] people = ["planner", "commander", "other"];
        Machine.Keeps(
            () => Draft(), ActionPlan.Life, p => p.State, p => p.Version,
            p => (p.State is ActionPlanState.Approved or ActionPlanState.Superseded) == p.Objectives.Count > 0 && (p.State == ActionPlanState.Draft) == p.Authors.Count > 0,
            (p, n) => p.Rewrite(Text with { Weather = $"{n}" }, people[n % 3]), (p, n) => n % 7 == 0 ? Foreign(p, people[n % 3]) : null, (p, n) => n % 11 == 0 ? p.Withdraw("Another") : null,
            (p, n) => n % 5 == 0 && p.State == ActionPlanState.Approved ? Draft(null, null, p).Approve("commander", "county", [], T0, p) : null);

        static Refusal? Foreign(ActionPlan plan, string person)
        {
            var isAuthor = plan.Authors.Contains(person);
            var refusal = plan.Approve(person, "county", [], T0);
            Assert.True(!isAuthor || refusal is { Rule: "approver-is-author", Status: 403 });
            return refusal;
        }
    }

    [Fact]
    public void What_is_open_is_carried_over_with_its_number_and_what_was_met_or_dropped_is_not()
    {
        var first = Draft(Text with { Objectives = [new("One", ObjectivePriority.LifeSafety), new("Two", ObjectivePriority.LifeSafety), new("Three", ObjectivePriority.LifeSafety)] });
        Assert.Null(first.Approve("commander", "county", [], T0));
        var known = Set(first, []);
        Assert.Null(known[0].Meet("county", T0));
        Assert.Null(known[2].Drop("Given up", "county", T0));
        Machine.Refused(known[2].Meet("county", T0), "illegal-transition");
        var next = Draft();
        Assert.Null(next.Approve("commander", "county", known, T0));
        Assert.Equal(["2 Two", "4 Nobody drowns"], next.Objectives.Select(o => $"{o.Number} {o.Text}"));
        var summary = PeriodSummary.Of([OperationalPeriodTests.Planned()], Set(next, known))!;
        Assert.Equal((1, 1, 2), (summary.ObjectivesMet, summary.ObjectivesDropped, summary.Objectives.Count));
        Assert.Null(PeriodSummary.Of([], []));
        Machine.Refused(Draft(Text with { Objectives = [] }).Approve("commander", "county", [known[0], known[2]], T0), "no-objective");
    }

    [Fact]
    public void An_approved_plan_is_not_rewritten_the_next_version_takes_its_place()
    {
        var period = OperationalPeriodTests.Planned();
        var first = Draft(null, period);
        Machine.Refused(ActionPlan.Draft(period, Text, [first], "planner", "county", T0).Item2, "draft-open");
        Assert.Null(first.Approve("commander", "county", [], T0));
        Machine.Refused(first.Rewrite(Text, "planner"), "not-a-draft");
        var second = Draft(null, period, first);
        Assert.Null(second.Approve("commander", "county", Set(first, []), T0, first));
        Assert.Equal((2, ActionPlanState.Superseded, ActionPlanState.Approved), (second.Number, first.State, second.State));
        Assert.Null(period.Cancel("No need", T0));
        Machine.Refused(ActionPlan.Draft(period, Text, [first, second], "planner", "county", T0).Item2, "period-over");
    }

    [Fact]
    public void Who_and_where_are_codes_and_a_channel_is_of_a_function()
    {
        Refused(Text with { Assignments = [Text.Assignments[0] with { Agency = "Mr Li" }] }, "code", "/assignments/0/agency");
        Refused(Text with { Assignments = [Text.Assignments[0] with { Unit = "Mr Li" }] }, "code", "/assignments/0/unit");
        Refused(Text with { Assignments = [Text.Assignments[0] with { Resources = [new("two boats", 2)] }] }, "code", "/assignments/0/resources/0/typeCode");
        Refused(Text with { Assignments = [Text.Assignments[0] with { Channel = "Tactical" }] }, "unknown-channel", "/assignments/0/channel");
        Refused(Text with { Channels = [Command, Command] }, "function-twice", "/channels");
    }

    [Fact]
    public void A_working_group_that_is_named_is_one_of_the_incident_that_was_not_released()
    {
        var group = Guid.CreateVersion7();
        var named = Text with { Assignments = [Text.Assignments[0], Text.Assignments[0] with { GroupId = group }] };
        Assert.Equal(("unknown-group", "/assignments/1/groupId"), Of([]));
        Assert.Equal(("group-released", "/assignments/1/groupId"), Of(new() { [group] = GroupState.Released }));
        Assert.Equal((null, null), Of(new() { [group] = GroupState.Operating }));

        (string?, string?) Of(Dictionary<Guid, GroupState> groups) => DraftActionPlan.RefuseGroups(named, groups) is var no ? (no?.Rule, no?.Pointer) : default;
    }

    [Theory, InlineData(true), InlineData(false)]
    public void The_page_of_a_plan_is_in_the_readers_language_and_shows_what_was_written_as_text(bool isChinese)
    {
        var period = OperationalPeriodTests.Planned();
        var group = Guid.CreateVersion7();
        var plan = Draft(Text with { Safety = "<script>alert(1)</script>", Assignments = [Text.Assignments[0] with { GroupId = group }] }, period);
        Assert.Null(plan.Approve("commander", "county", [], T0));
        var all = new IncidentActionPlan(period.IncidentId, "Songhua river", EventKind.FloodOrDrought, "220221", OperationalPeriodView.Of(period), ActionPlanView.Of(plan), null,
            [new(group, GroupKind.Rescue, GroupState.Released, "fire", ["fire", "army"])], [.. Set(plan, []).Select(ObjectiveView.Of)], true);
        var words = SituationWords.For(isChinese);
        var markdown = new ActionPlanPage(all, new MarkdownWriter(), words, PackageReader.Read("cn-default").Calendar).Write();
        Assert.All((string[])["202", "203", "204", "205"], form => Assert.Contains($"ICS {form}", markdown, StringComparison.Ordinal));
        Assert.Contains(@"\<script\>alert(1)\</script\>", markdown, StringComparison.Ordinal);
        Assert.Contains($"fire, {words.Of(GroupKind.Rescue)} ({words.Of(GroupState.Released)})", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(isChinese ? "Safety message" : "安全提示", markdown, StringComparison.Ordinal);
        Assert.Contains(isChinese ? "控制" : "Special instructions", isChinese ? words.Of(ObjectivePriority.IncidentStabilisation) : markdown, StringComparison.Ordinal);
        Type[] vocabularies = [typeof(OperationalPeriodState), typeof(ObjectiveState), typeof(ObjectivePriority), typeof(GroupKind), typeof(GroupState)];
        Assert.Equal([], vocabularies.SelectMany(Enum.GetNames).Where(n => !words.Knows(n)));
    }

    [Fact]
    public void The_plan_that_is_wanted_is_of_the_current_period_or_the_next_or_the_last()
    {
        var first = OperationalPeriodTests.Planned();
        var second = OperationalPeriodTests.Planned(12, 24, first);
        OperationalPeriod[] all = [first, second];
        Assert.Null(IncidentActionPlan.Wanted(all, null));
        Assert.Null(second.Approve("county", T0));
        Assert.Equal((second, first, null), (IncidentActionPlan.Wanted(all, null), IncidentActionPlan.Wanted(all, 1), IncidentActionPlan.Wanted(all, 3)));
        Assert.True(first.Approve("county", T0) is null && first.Begin(T0) is null);
        Assert.Equal(first, IncidentActionPlan.Wanted(all, null));
        Assert.True(first.End(T0) is null && second.Cancel("No need", T0) is null);
        Assert.Equal(first, IncidentActionPlan.Wanted(all, null));
    }
}
