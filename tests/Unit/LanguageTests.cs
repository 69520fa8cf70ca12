using Coordination.CommandLine;

namespace Coordination.Tests.Unit;

/// <summary>What coord says of itself, it says in both languages.</summary>
public sealed class LanguageTests
{
    [Fact]
    public void Every_text_of_the_help_has_its_chinese()
    {
        var texts = Language.Texts();
        // System.CommandLine's own two, --help and --version, are its translators' business.
        string[] missing = [.. Language.Symbols(CommandRun.Root()).Select(s => s.Description).OfType<string>()
            .Where(d => d is not ("" or "Show help and usage information" or "Show version information") && !texts.ContainsKey(d)).Distinct()];
        Assert.Empty(missing);
    }

    [Fact]
    public void No_chinese_is_left_over_from_a_text_that_is_gone()
    {
        var said = Language.Symbols(CommandRun.Root()).Select(s => s.Description).ToHashSet();
        string[] left = [.. Language.Texts().Keys.Where(t => !said.Contains(t))];
        Assert.Empty(left);
    }
}
