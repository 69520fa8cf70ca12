using Coordination.Command.Groups;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command;

public sealed class ResponsePackageTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory, InlineData("cn-default"), InlineData("nims")]
    public void Every_clock_of_plans_orders_transfers_rosters_drills_and_reviews_has_a_value(string name)
    {
        var package = PackageReader.Read(name);
        Assert.Empty(((string[])["plan.file", "plan.completeness", "plan.evaluate", "plan.drill", "drill.evaluate", "drill.improve", "order.deliver", "order.acknowledge",
            "order.alternate", "order.progress", "order.complete", "order.expire", "transfer.accept", "shift.confirm", "shift.take", "shift.handover", "watch.cover", "review.draft", "review.adopt"]).Except(package.ClockKeys));
        Assert.All(Enum.GetNames<DrillDuty>(), duty => Assert.NotNull(package.Clock("plan.drill", new ClockScope(Tier: duty))));
    }

    [Theory, InlineData("cn-default"), InlineData("nims")]
    public void A_package_selects_group_templates_from_the_closed_list(string name)
    {
        var templates = PackageReader.Read(name).Section<GroupTemplates>("workingGroups");
        Assert.Equal((7, Enum.GetValues<GroupKind>().Length), (templates.SpanOfControl, templates.Kinds.Distinct().Count()));
    }

    [Theory]
    [InlineData("order.deliver", 1), InlineData("order.acknowledge", 5), InlineData("transfer.accept", 10), InlineData("review.draft", 30 * 1440), InlineData("review.adopt", 60 * 1440)]
    public void The_default_values_are_those_of_the_domain(string key, double minutes)
    {
        var package = PackageReader.Read("cn-default");
        Assert.Equal(Monday.AddMinutes(minutes), package.Clock(key, new ClockScope()).Due(Monday, package.Calendar));
    }

    [Theory, InlineData("HighRiskUnit", 182), InlineData("Regulator", 730), InlineData("Special", 1095), InlineData("Unit", 365)]
    public void How_often_a_plan_is_drilled_follows_from_who_owes_it(string duty, int days)
    {
        var package = PackageReader.Read("cn-default");
        Assert.Equal(Monday.AddDays(days), package.Clock("plan.drill", new ClockScope(Tier: duty)).Due(Monday, package.Calendar));
    }
}
