using System.Collections.Frozen;

namespace Coordination.Contracts;

/// <summary>
/// Titles of problem documents in the languages of the people who read them: <c>problems/titles.*.txt</c>, a line for each rule. English is made from
/// the rule's own name. A test sees that no rule is without a title.
/// </summary>
public static class ProblemTitles
{
    private static readonly FrozenDictionary<string, string> Chinese = Read("zh-CN");

    /// <summary>The title of a rule in simplified Chinese; null for a rule that is not of this region.</summary>
    /// <param name="rule">Last part of the problem's <c>type</c>.</param>
    public static string? InChinese(string rule) => Chinese.GetValueOrDefault(rule);

    private static FrozenDictionary<string, string> Read(string language)
    {
        using var lines = new StreamReader(typeof(ProblemTitles).Assembly.GetManifestResourceStream($"problems/titles.{language}.txt")!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2))
            .ToFrozenDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }
}
