using System.Reflection;

namespace Coordination.Tests.ContractTests;

/// <summary><c>docs/boundaries.csv</c>: what is not built, and the test that shows its absence.</summary>
public sealed class BoundariesTests
{
    private static List<string[]> Rows => [.. File.ReadAllLines(Root.At("docs", "boundaries.csv")).Skip(1).Select(l => l.Split(';'))];

    [Fact]
    public void The_table_has_its_columns_in_every_row()
    {
        Assert.Equal("item;area;why not;form that is built;test", File.ReadAllLines(Root.At("docs", "boundaries.csv"))[0]);
        Assert.All(Rows, r => Assert.Equal(5, r.Length));
        Assert.All(Rows, r => Assert.All(r, c => Assert.NotEqual("", c.Trim())));
    }

    [Fact]
    public void Every_excluded_item_stands_there_once()
    {
        Assert.True(Rows.Count >= 18, $"Only {Rows.Count} rows");
        Assert.Equal(Rows.Count, Rows.Select(r => r[0]).Distinct().Count());
    }

    [Fact]
    public void Every_named_test_exists()
    {
        var missing = Rows.SelectMany(r => r[4].Split('+')).Select(t => t.Trim()).Distinct().Where(t => !Exists(t));
        Assert.Equal([], missing);
    }

    [Fact]
    public void A_test_that_does_not_exist_is_found() => Assert.False(Exists("EnumTests.A_test_nobody_wrote"));

    /// <summary>A test of this project by reflection, one of another project by its source: class and method in one file.</summary>
    private static bool Exists(string test)
    {
        if (test.Split('.') is not [var type, var method]) return false;
        if (Assembly.GetExecutingAssembly().GetTypes().FirstOrDefault(t => t.Name == type)?.GetMethod(method) is { } own) return own.GetCustomAttributes<FactAttribute>().Any();
        return Directory.EnumerateFiles(Root.At("tests"), $"{type}.cs", SearchOption.AllDirectories).Any(f => File.ReadAllText(f).Contains($" {method}(", StringComparison.Ordinal));
    }
}
