using System.Text.RegularExpressions;

namespace Coordination.Tests.ContractTests;

/// <summary>
/// <c>docs/asvs.csv</c>: OWASP ASVS 5.0.0 up to level 2, what of it is met, and the test that shows it. A test is named by namespace, class and
/// method without <c>Coordination.Tests</c>, as <c>./tests/run --filter</c> takes it. Subjects and notes are our own words.
/// </summary>
public sealed partial class AsvsTests
{
    private static readonly HashSet<string> Tests = [.. Directory.EnumerateFiles(Root.At("tests"), "*.cs", SearchOption.AllDirectories).SelectMany(f => In(File.ReadAllText(f)))];

    private static readonly AsvsTable Table = new(Tests.Contains, p => File.Exists(Root.At(p)) || Directory.Exists(Root.At(p)));

    private static string[] Lines => File.ReadAllLines(Root.At("docs", "asvs.csv"));

    [Fact]
    public void Every_requirement_up_to_level_2_stands_there_once_with_its_status_and_what_shows_it() => Assert.Equal([], Table.Faults(Lines));

    [Fact]
    public void Seventy_are_of_level_1_and_a_hundred_and_eighty_three_of_level_2() =>
        Assert.Equal((70, 183), (Lines.Count(l => l.Split(';')[1] == "1"), Lines.Count(l => l.Split(';')[1] == "2")));

    [Theory]
    [InlineData("V2.3.4", null, "Chapter 2 has 7 requirements of level 2, not 6.")]
    [InlineData("V2.3.4", "V2.3.4;1;x;open;;x", "Chapter 2 has 7 requirements of level 2, not 6.")]
    [InlineData("V2.3.4", "V2.3.3;2;x;open;;x", "V2.3.3 stands there 2 times.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;good;;x", "V2.3.4 is 'good', which is none of met, part, open, delegated, n/a.")]
    [InlineData("V2.3.4", "V2.3.4;2;;open;;x", "V2.3.4 names no subject.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;met;;", "V2.3.4 is met, and neither a test nor a file shows it.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;met;;Surely.", "V2.3.4 is met, and neither a test nor a file shows it.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;met;;By services/Platform/Nothing.cs.", "V2.3.4: there is no services/Platform/Nothing.cs.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;met;ContractTests.AsvsTests.A_test_nobody_wrote;", "V2.3.4: there is no test ContractTests.AsvsTests.A_test_nobody_wrote.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;met;Elsewhere.EnumTests.A_vocabulary_has_no_open_end;", "V2.3.4: there is no test Elsewhere.EnumTests.A_vocabulary_has_no_open_end.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;n/a;;", "V2.3.4 is n/a and does not say why.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;delegated;;", "V2.3.4 is delegated and does not say why.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;part;;", "V2.3.4 is part and does not say why.")]
    [InlineData("V2.3.4", "V2.3.4;2;x;open;;", "V2.3.4 is open and does not say why.")]
    [InlineData("V2.3.4", "V2.3.4;3;x;open;;x", "No row: V2.3.4;3;x;open;;x")]
    public void A_row_that_is_wrong_is_found(string number, string? planted, string fault) => Assert.Contains(fault, Table.Faults(
        [.. Lines.Select(l => l.StartsWith($"{number};", StringComparison.Ordinal) ? planted : l).OfType<string>()]));

    /// <summary>A method counts for the class above it: one of a base class is named by the base class.</summary>
    private static IEnumerable<string> In(string source)
    {
        if (Namespace().Match(source) is not { Success: true } where) yield break;
        var classes = Class().Matches(source);
        foreach (Match method in Test().Matches(source))
            if (classes.LastOrDefault(c => c.Index < method.Index) is { } type) yield return $"{where.Groups["name"]}.{type.Groups["name"]}.{method.Groups["name"]}";
    }

    [GeneratedRegex(@"^namespace Coordination\.Tests\.(?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (sealed |abstract |partial )*class (?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Class();

    [GeneratedRegex(@"\[(Fact|Theory)[^\]]*\]\s+(\[[^\n]*\]\s+)*public [^\n(]*?\s?(?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();
}
