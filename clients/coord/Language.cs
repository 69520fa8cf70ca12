using System.CommandLine;
using System.Globalization;

namespace Coordination.CommandLine;

/// <summary>
/// The language of coord: English, or simplified Chinese where the machine's language is Chinese (<c>LC_ALL</c>, <c>LANG</c>) or <c>COORDINATION_LANG</c> says
/// so. <c>texts.zh-CN.txt</c> holds pairs of lines, English and Chinese; <c>words.zh-CN.txt</c> names of members and values of vocabularies. Tests see that
/// nothing is without its Chinese. What <c>--json</c> and reports say never changes.
/// </summary>
internal static class Language
{
    private static readonly string[] Settings = ["COORDINATION_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Sentences = new(Texts);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Names = new(Vocabulary);

    private static readonly AsyncLocal<bool> Fixed = new();

    /// <summary>True for the rest of a run whose output is for machines: it never changes with the language.</summary>
    internal static bool IsFixed { set => Fixed.Value = value; }

    internal static bool IsChinese => !Fixed.Value && IsChosen;

    private static bool IsChosen => Settings.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) is { } set
        ? set.StartsWith("zh", StringComparison.OrdinalIgnoreCase) : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>A sentence, looked up as it stands in the code with its values numbered: <c>{0} is no JSON: {1}</c>.</summary>
    internal static string Say(FormattableString sentence) => string.Format(
        CultureInfo.InvariantCulture, IsChinese ? Sentences.Value.GetValueOrDefault(sentence.Format, sentence.Format) : sentence.Format, sentence.GetArguments());

    /// <summary>The name of a member, a state, an outcome; what is no such name (an id, an agency, what somebody wrote) is given as it is.</summary>
    internal static string Word(string word) => IsChinese ? Names.Value.GetValueOrDefault(word, word) : word;

    /// <summary>The name that a word has in one kind of things, as <c>Held</c> of meetings; where it has none of its own, the one that it has everywhere.</summary>
    internal static string Word(string word, string? of) => IsChinese && of is not null && Names.Value.TryGetValue($"{of}.{word}", out var own) ? own : Word(word);

    internal static string[] Words(params string[] words) => [.. words.Select(Word)];

    /// <summary>Says each description of a command, and of all below it, in Chinese.</summary>
    internal static void Translate(Command command)
    {
        foreach (var symbol in Symbols(command))
            if (symbol.Description is { } english && Sentences.Value.TryGetValue(english, out var chinese)) symbol.Description = chinese;
    }

    /// <summary>A command, its options and arguments, and those of all below it.</summary>
    internal static IEnumerable<Symbol> Symbols(Command command) =>
        command.Options.Concat<Symbol>(command.Arguments).Prepend(command).Concat(command.Subcommands.SelectMany(Symbols));

    internal static IReadOnlyDictionary<string, string> Texts()
    {
        using var lines = Open("texts.zh-CN");
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } english)
            if (english.Length > 0) texts.Add(WithRoles(english), WithRoles(lines.ReadLine() ?? ""));
        return texts;
    }

    internal static IReadOnlyDictionary<string, string> Vocabulary()
    {
        using var lines = Open("words.zh-CN");
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(" = ", 2)).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }

    private static StreamReader Open(string resource) => new(typeof(Language).Assembly.GetManifestResourceStream(resource)!);

    private static string WithRoles(string text) => text.Replace("ROLES", Regions.KnownRoles.Listed, StringComparison.Ordinal);
}
