using System.Text.RegularExpressions;
using Coordination.CommandLine;
using Coordination.CommandLine.Desks;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Up;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.CommandLine;

/// <summary>What coord says, it says in both languages.</summary>
public sealed partial class LanguageTests
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
    public void Every_sentence_in_the_code_has_its_chinese() => Assert.Empty(SourceTexts.Sentences.Except(Language.Texts().Keys));

    [Fact]
    public void Nothing_is_said_to_people_that_was_not_looked_up() => Assert.Empty(SourceTexts.Unsaid);

    [Fact]
    public void No_chinese_is_left_over_from_a_text_that_is_gone()
    {
        var said = Language.Symbols(CommandRun.Root()).Select(s => s.Description).OfType<string>().Concat(SourceTexts.Sentences).ToHashSet();
        Assert.DoesNotContain(Language.Texts().Keys, t => !said.Contains(t));
    }

    [Fact]
    public void The_chinese_of_a_sentence_holds_the_same_values() =>
        Assert.All(Language.Texts(), t => Assert.Equal(Values().Matches(t.Key).Select(m => m.Value).Order(), Values().Matches(t.Value).Select(m => m.Value).Order()));

    [Fact]
    public void Every_member_that_is_shown_and_every_value_that_it_can_have_has_its_chinese()
    {
        var known = Language.Vocabulary();
        var shown = typeof(Shown).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static).Where(f => f.FieldType == typeof(string[])).ToList();
        Assert.NotEmpty(shown);
        foreach (var field in shown)
        {
            var members = (string[])field.GetValue(null)!;
            foreach (var member in members)
                Assert.All(Vocabulary.Of(field.Name, member).Prepend(member), word => Assert.True(known.ContainsKey(word) || known.ContainsKey($"{Shown.Of(members)}.{word}"), $"{field.Name}: {word}"));
        }
    }

    [Fact]
    public void A_word_that_means_something_else_in_one_kind_of_things_has_its_own_chinese_there()
    {
        var known = Language.Vocabulary();
        Assert.Equal("meeting", Shown.Of(Shown.MeetingCard));
        Assert.Null(Shown.Of(Shown.OrderRow));
        Assert.NotEqual(known["Held"], known["meeting.Held"]);
        Assert.NotEqual(known["participants"], known["training.participants"]);
        Assert.All((string[][])[Shown.OperationalPeriodRow, Shown.OperationalPeriodCard], members => Assert.Equal("operational", Shown.Of(members)));
        Assert.Equal(("objective", "headcount"), (Shown.Of(Shown.ObjectiveRow), Shown.Of(Shown.HeadCountCard)));
        Assert.NotEqual(known["Met"], known["objective.Met"]);
        Assert.NotEqual(known["Running"], known["headcount.Running"]);
        Assert.DoesNotContain(known.Keys, word => word is "from" or "to");
    }

    [Fact]
    public void Every_word_in_the_code_and_every_state_of_a_clock_or_process_has_its_chinese() => Assert.Empty(
        SourceTexts.Words.Concat(Enum.GetNames<ClockState>()).Concat(Enum.GetNames<Outcome>()).Concat(Enum.GetNames<PartState>().Select(s => s.ToLowerInvariant())).Except(Language.Vocabulary().Keys));

    [Theory]
    [InlineData("""$"{x} is no JSON: {e.Message}" """, "{0} is no JSON: {1}")]
    [InlineData("""$"{a.Total:0.0} s of {string.Join(", ", names)}" """, "{0:0.0} s of {1}")]
    [InlineData("""$"{count,3} of {{{name}}}" """, "{0,3} of {{{1}}}")]
    public void A_text_is_read_as_it_is_looked_up(string code, string format) => Assert.Equal(format, SourceTexts.Format(code, 2));

    [GeneratedRegex(@"(?<!\{)\{\d[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Values();
}
