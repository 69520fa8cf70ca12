using Coordination.Command.Grades;
using Coordination.Contracts.Events;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Grades;

/// <summary>The thresholds that ship, and how a jurisdiction replaces them.</summary>
public sealed class GradeThresholdsTests
{
    private static readonly GradeThresholds Shipped = PackageReader.Read("cn-default").Section<GradeThresholds>("grades");
    private static readonly string[] County = ["220221", "220200", "220000"];

    private static IncidentGrade? Grade(IncidentCategory category, EventKind kind, int dead = 0, int missing = 0, int injured = 0, int evacuated = 0) => Shipped.For(
        category, kind, County,
        [new(CasualtyKind.Dead, dead), new(CasualtyKind.Missing, missing), new(CasualtyKind.Injured, injured), new(CasualtyKind.Evacuated, evacuated)]);

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, IncidentGrade.Ordinary)]
    [InlineData(2, 9, IncidentGrade.Ordinary)]
    [InlineData(3, 0, IncidentGrade.Considerable)]
    [InlineData(0, 10, IncidentGrade.Considerable)]
    [InlineData(9, 49, IncidentGrade.Considerable)]
    [InlineData(10, 0, IncidentGrade.Major)]
    [InlineData(0, 50, IncidentGrade.Major)]
    [InlineData(29, 99, IncidentGrade.Major)]
    [InlineData(30, 0, IncidentGrade.Exceptional)]
    [InlineData(2, 100, IncidentGrade.Exceptional)]
    [InlineData(72, 416, IncidentGrade.Exceptional)]
    public void An_accident_has_the_grade_of_regulation_493_article_3(int dead, int injured, IncidentGrade? grade) =>
        Assert.Equal(grade, Grade(IncidentCategory.Accident, EventKind.Transport, dead, injured: injured));

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(13, 6, IncidentGrade.Ordinary)]
    [InlineData(25, 24, IncidentGrade.Ordinary)]
    [InlineData(25, 25, IncidentGrade.Considerable)]
    [InlineData(63, 59, IncidentGrade.Major)]
    [InlineData(0, 200, IncidentGrade.Exceptional)]
    public void The_dead_and_the_missing_of_a_natural_disaster_count_together(int dead, int missing, IncidentGrade? grade) =>
        Assert.Equal(grade, Grade(IncidentCategory.NaturalDisaster, EventKind.FloodOrDrought, dead, missing));

    [Theory]
    [InlineData(0, 29, null)]
    [InlineData(0, 32, IncidentGrade.Ordinary)]
    [InlineData(0, 52, IncidentGrade.Ordinary)]
    [InlineData(0, 104, IncidentGrade.Considerable)]
    [InlineData(1, 0, IncidentGrade.Considerable)]
    [InlineData(10, 0, IncidentGrade.Major)]
    public void A_food_poisoning_has_the_grade_of_the_provincial_plans(int dead, int ill, IncidentGrade? grade) =>
        Assert.Equal(grade, Grade(IncidentCategory.PublicHealth, EventKind.FoodOrOccupational, dead, injured: ill));

    [Fact]
    public void Public_safety_is_never_graded_and_a_row_for_one_kind_says_nothing_of_another()
    {
        Assert.Null(Grade(IncidentCategory.PublicSafety, EventKind.CrowdSafety, dead: 500, injured: 5000));
        Assert.Null(Grade(IncidentCategory.PublicHealth, EventKind.InfectiousDisease, injured: 5000));
    }

    [Fact]
    public void The_same_ledger_gives_another_grade_where_a_jurisdiction_has_its_own_threshold()
    {
        var thresholds = new GradeThresholds { Rows = [.. Shipped.Rows, Row(IncidentGrade.Major, 50, "220221")] };
        CasualtyCount[] ill = [new(CasualtyKind.Injured, 52)];
        Assert.Equal(IncidentGrade.Ordinary, thresholds.For(IncidentCategory.PublicHealth, EventKind.FoodOrOccupational, ["440303", "440300", "440000"], ill));
        Assert.Equal(IncidentGrade.Major, thresholds.For(IncidentCategory.PublicHealth, EventKind.FoodOrOccupational, County, ill));
    }

    [Fact]
    public void A_jurisdictions_own_row_replaces_the_general_one_of_the_same_grade_and_measure()
    {
        var thresholds = new GradeThresholds { Rows = [Row(IncidentGrade.Ordinary, 30), Row(IncidentGrade.Ordinary, 80, "220000")] };
        CasualtyCount[] ill = [new(CasualtyKind.Injured, 52)];
        Assert.Null(thresholds.For(IncidentCategory.PublicHealth, EventKind.FoodOrOccupational, County, ill));
        Assert.Equal(IncidentGrade.Ordinary, thresholds.For(IncidentCategory.PublicHealth, EventKind.FoodOrOccupational, ["440303"], ill));
    }

    [Fact]
    public void A_row_without_a_count_proposes_nothing() =>
        Assert.Null(new GradeThresholds { Rows = [Row(IncidentGrade.Exceptional, 0)] }.For(IncidentCategory.PublicHealth, EventKind.FoodOrOccupational, County, []));

    [Fact]
    public void More_casualties_never_lower_a_grade() => Prop.ForAll(
        Gen.Choose(0, 250).ArrayOf(8).ToArbitrary(), Gen.Elements(Enum.GetValues<EventKind>()).ToArbitrary(), (n, kind) =>
        {
            var category = Coordination.Contracts.EventCodes.CategoryOf(kind);
            var before = Grade(category, kind, n[0], n[1], n[2], n[3]);
            var after = Grade(category, kind, n[0] + n[4], n[1] + n[5], n[2] + n[6], n[3] + n[7]);
            return before is null || after >= before;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("cn-default")]
    [InlineData("nims")]
    public void Every_shipped_threshold_counts_something_and_names_its_basis(string package) => Assert.All(
        PackageReader.Read(package).Section<GradeThresholds>("grades").Rows, row =>
        {
            Assert.True(row.From > 0);
            Assert.NotEqual("", row.Basis);
            Assert.NotEqual(IncidentCategory.PublicSafety, row.Category);
        });

    private static GradeThreshold Row(IncidentGrade grade, int from, string? jurisdiction = null) => new()
    {
        Grade = grade,
        Category = IncidentCategory.PublicHealth,
        Kind = EventKind.FoodOrOccupational,
        Measure = GradeMeasure.Injured,
        From = from,
        Jurisdiction = jurisdiction,
        Basis = "test",
    };
}
