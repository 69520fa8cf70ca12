using Coordination.Resources.Recommendations;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

public sealed class CoverChoiceTests
{
    [Fact]
    public void Two_near_halves_are_lighter_than_one_whole_from_far_away()
    {
        var choice = CoverChoice.Lightest([new(10, 90), new(5, 20), new(5, 30), new(4, 1)], 10)!;
        Assert.Equal([1, 2], choice.Chosen);
        Assert.Equal((50, 50, 0), (choice.Weight, choice.Bound, choice.GapPercent));
    }

    [Fact]
    public void What_all_together_do_not_bring_is_no_choice_and_nothing_is_needed_for_nothing()
    {
        Assert.Null(CoverChoice.Lightest([new(3, 1), new(4, 1)], 8));
        Assert.Empty(CoverChoice.Lightest([new(3, 1)], 0)!.Chosen);
    }

    [Fact]
    public void The_exact_choice_weighs_what_the_lightest_of_all_choices_weighs() => Prop.ForAll(Cases, c =>
    {
        var lightest = Lightest(c.Items, c.Need);
        var choice = CoverChoice.Lightest(c.Items, c.Need);
        if (lightest is null) return choice is null;
        return choice is not null && Covers(choice, c.Items, c.Need) && Math.Abs(choice.Weight - lightest.Value) < 1e-9 && choice.GapPercent == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_time_for_that_it_is_at_most_twice_as_heavy_and_the_bound_is_below_the_lightest() => Prop.ForAll(Cases, c =>
    {
        if (Lightest(c.Items, c.Need) is not { } lightest) return true;
        var choice = CoverChoice.Lightest(c.Items, c.Need, steps: 0)!;
        return Covers(choice, c.Items, c.Need) && choice.Weight <= 2 * lightest + 1e-9 && choice.Bound <= lightest + 1e-9 && choice.GapPercent >= 0;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(IReadOnlyList<CoverItem> Items, int Need)> Cases =>
        (from items in Gen.ListOf(from q in Gen.Choose(0, 12) from w in Gen.Choose(0, 50) select new CoverItem(q, w), 11)
         from need in Gen.Choose(1, 60)
         select ((IReadOnlyList<CoverItem>)[.. items], need)).ToArbitrary();

    private static bool Covers(CoverChoice choice, IReadOnlyList<CoverItem> items, int need) =>
        choice.Chosen.Distinct().Count() == choice.Chosen.Count && choice.Chosen.Sum(i => items[i].Quantity) >= need
        && Math.Abs(choice.Chosen.Sum(i => items[i].Weight) - choice.Weight) < 1e-9;

    private static double? Lightest(IReadOnlyList<CoverItem> items, int need) => Enumerable.Range(0, 1 << items.Count)
        .Select(set => Enumerable.Range(0, items.Count).Where(i => (set & (1 << i)) != 0).ToList())
        .Where(set => set.Sum(i => items[i].Quantity) >= need).Select(set => (double?)set.Sum(i => items[i].Weight)).Min();
}
