using System.Text.RegularExpressions;
using Coordination.Platform;

namespace Coordination.Tests.ContractTests;

/// <summary>The shipped packages: data only, one set of clocks, nothing that a package may never say (domain.md C7).</summary>
public sealed partial class JurisdictionTests
{
    public static TheoryData<string> Packages => [.. PackageReader.Shipped];

    [Fact]
    public void Two_packages_are_shipped() => Assert.Equal(["cn-default", "nims"], PackageReader.Shipped.Order());

    [Theory, MemberData(nameof(Packages))]
    public void A_package_is_read_whole(string name) => Assert.NotEmpty(PackageReader.Read(name).ClockKeys);

    [Fact]
    public void Every_package_defines_every_clock() =>
        Assert.Equal(PackageReader.Read("cn-default").ClockKeys.Order(), PackageReader.Read("nims").ClockKeys.Order());

    [Theory, MemberData(nameof(Packages))]
    public void A_clock_has_a_value_where_no_narrower_rule_holds_and_names_its_basis(string name)
    {
        var package = PackageReader.Read(name);
        foreach (var key in package.ClockKeys)
            Assert.False(string.IsNullOrWhiteSpace(package.Clock(key, new ClockScope()).Basis), $"{name}: {key} has no basis");
    }

    [Fact]
    public void A_value_stays_within_the_bounds_that_the_shipped_rule_sets()
    {
        var chinese = PackageReader.Read("cn-default");
        var others = PackageReader.Read("nims");
        var outside = chinese.ClockKeys.Select(k => (Rule: chinese.Clock(k, new ClockScope()), Other: others.Clock(k, new ClockScope())))
            .Where(c => c.Rule.Unit == c.Other.Unit && (c.Other.Duration < c.Rule.Min || c.Other.Duration > c.Rule.Max))
            .Select(c => $"{c.Rule.Key}: {c.Other.Duration} is outside {c.Rule.Min}..{c.Rule.Max}");
        Assert.Equal([], outside);
    }

    [Fact]
    public void A_key_is_entity_and_what()
    {
        var odd = PackageReader.Read("cn-default").ClockKeys.Where(k => !Key().IsMatch(k));
        Assert.Equal([], odd);
    }

    [Fact]
    public void Every_package_has_the_same_sections() => Assert.Equal(Sections("cn-default"), Sections("nims"));

    [Fact]
    public void No_package_says_a_word_of_what_is_not_built()
    {
        var found = Directory.GetFiles(Root.At("contracts", "jurisdictions"), "*.yaml", SearchOption.AllDirectories)
            .SelectMany(f => File.ReadAllLines(f).Select(l => Law().Replace(l, "")).Where(l => Excluded().IsMatch(l)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"));
        Assert.Equal([], found);
    }

    private static IEnumerable<string> Sections(string name) =>
        Directory.GetFiles(Root.At("contracts", "jurisdictions", name), "*.yaml").SelectMany(File.ReadAllLines)
            .Where(l => l.Length > 0 && char.IsAsciiLetter(l[0])).Select(l => l.Split(':')[0]).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    /// <summary>A basis may cite a law whose title has such a word, and a comment may say what is absent.</summary>
    [GeneratedRegex("basis: *(\"[^\"]*\"|[^,}]*)|#.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Law();

    [GeneratedRegex("mass[- ]?incident|petition|protest|assembl(y|ies)|procession|picket|riot|religio|ethnic|key[- ]?person|sentiment|opinion|surveil"
        + "|群体性事件|信访|上访|集会|游行|示威|请愿|维稳|民族|宗教|重点人员|舆情|罢工|闹事", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Excluded();
}
