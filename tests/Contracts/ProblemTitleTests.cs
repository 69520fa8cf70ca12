using System.Text.RegularExpressions;
using Coordination.Contracts;

namespace Coordination.Tests.ContractTests;

/// <summary>What is refused is refused in the reader's language.</summary>
public sealed partial class ProblemTitleTests
{
    [Fact]
    public void Every_rule_has_a_title_in_Chinese()
    {
        var rules = Directory.EnumerateFiles(Root.At("services"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Rule().Matches(File.ReadAllText(f)).Select(m => m.Groups["rule"].Value)).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(rules.Count > 300, $"Only {rules.Count} rules were found in the services.");
        Assert.Equal([], rules.Where(r => ProblemTitles.InChinese(r) is not { } title || !title.Any(c => c is >= '\u4e00' and <= '\u9fff')));
    }

    [GeneratedRegex("(Refusal|Forbidden|[0-9]{3} => new|_ => new)\\(\"(?<rule>[a-z0-9-]+)\"|Invalid\\((\\$?\"[^\"]*\"|[a-zA-Z]+), \"(?<rule>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}
